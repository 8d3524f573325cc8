-- A settled movement names Stripe's object, a paid payment names its charge, and both are booked.
-- examined: money_movements
select m.id as subject, format('%s settled without %s', m.kind, case when m.stripe_id is null then 'a Stripe id' else 'a booking' end) as detail
from money_movements m
where m.status = 'settled'
  and (m.stripe_id is null or not exists (select 1 from ledger_transactions t where t.idempotency_key = 'settled:' || m.id))
union all
select f.id, 'paid without a charge or a booking'
from offer_payments f
where f.status = 'paid'
  and (f.charge_id is null or not exists (select 1 from ledger_transactions t where t.idempotency_key = 'capture:' || f.id))
