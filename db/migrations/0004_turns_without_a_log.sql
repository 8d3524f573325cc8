-- Turns at Stripe are good for a second. Writing them to the log would make every call wait for the disk, and a server that comes up
-- without them has lost nothing: the next call makes its rows anew.
ALTER TABLE "stripe_call_slots" SET UNLOGGED;
