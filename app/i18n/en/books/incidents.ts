/** Differences that an operator must know of: what each means, and what to do. Keys are the kinds of app/domain/audit. */
export default {
  title: "Incidents",
  lead: "Differences between the books, Stripe and the calendar. What has one explanation was repaired; the rest waits for you.",
  status: { open: "Open", repaired: "Repaired", resolved: "Decided" },
  kind: "What differs",
  subject: "Object",
  seen: "First seen",
  last_seen: "Last seen",
  state: "State",
  none_open: "No incident is open",
  none_open_lead: "The books, Stripe and the calendar agreed when they were last compared.",
  none: "Nothing here yet",
  back: "Incidents",
  figures: "What was expected, and what is there",
  field: "Figure",
  expected: "Expected",
  found: "Found",
  absent: "not there",
  what_now: "What it means, and what to do",
  decide: "Decide",
  words: "What you found, and what you did about it",
  words_hint:
    "The next person will read it. The same difference stays decided; it comes back when it looks different.",
  close: "Close the incident",
  outcome: "Outcome",
  closed_by: "Decided by {{name}}",
  repaired: "Repaired without anybody",
  go: { charge: "The charge", movement: "The movement", collaboration: "The collaboration" },
  repairs: {
    settle: "The movement was settled with Stripe’s own object.",
    put_back: "The refund was booked as failed; the money is the brand’s own.",
    refreshed: "The account was read anew from Stripe.",
    recorded: "The dispute was entered in the books.",
    booked: "The payment was entered in the books.",
    closed: "The Checkout was closed here, too.",
    no_longer_held: "The money has gone where it belongs.",
    refund_no_longer_waits: "Stripe has carried the refund out.",
    holds_again: "The invariant holds again.",
  },
  fields: {
    amount_minor: "Amount",
    net_minor: "Net amount",
    fee_minor: "Stripe’s fee",
    difference_minor: "Difference",
    currency: "Currency",
    status: "Status",
    movement: "Movement",
    payment: "Payment",
    object: "Object at Stripe",
    objects: "Objects at Stripe",
    creator: "Creator",
    destination: "To account",
    charge: "Charge",
    rule: "Rule",
    violations: "Violations",
    examples: "Examples",
    part: "What",
    offer: "Offer",
    collaboration: "Collaboration",
    paid_at: "Paid",
    max_days: "Days at most",
    kind: "What",
    type: "Type",
    dispute: "Dispute",
    booked: "Booked",
    names: "Names",
    checkout: "Checkout",
    refund: "Refund at Stripe",
    since: "Since",
  },
  advice: {
    payment_not_booked:
      "News of a payment never reached us. It is booked by itself; if it stays open, Stripe captured something else than was asked for: compare the amounts and refund at Stripe what is too much.",
    checkout_not_closed:
      "The Checkout ended at Stripe. It is closed here by itself with the next comparison.",
    movement_not_settled:
      "Stripe did it and we did not hear of it. It is settled by itself; if it stays open, another object carries the same movement.",
    refund_failed_there:
      "The bank sent the refund back. The money becomes the brand’s own here; agree with the brand on another way.",
    dispute_unknown:
      "A cardholder disputed a charge. It is entered by itself; gather the evidence and send it to Stripe in time.",
    dispute_differs: "The bank moved on. The books follow by themselves with the next comparison.",
    account_stale: "The creator’s account has changed. It is read anew by itself.",
    charge_unknown:
      "Somebody paid Postbond outside of an offer, or another system uses this Stripe account. Find out who paid, then refund it at Stripe or leave it, and write down why.",
    refund_unknown:
      "Somebody refunded by hand in Stripe’s dashboard. The books still count the money as held: find out who did it, and have it booked before anything else of this charge moves.",
    transfer_unknown:
      "Somebody transferred by hand. Reverse it at Stripe unless it was owed; the books do not know of it.",
    reversal_unknown:
      "Somebody reversed a transfer by hand. What came back belongs to the charge behind it; decide with the creator and the brand.",
    booking_unknown:
      "Stripe moved our balance for a reason of its own: a payout, a top-up, a fee. Compare it with the bank statement and name it here.",
    charge_twice:
      "One payment was charged twice. Refund the second charge at Stripe; the books know the first.",
    movement_twice:
      "One movement happened twice at Stripe. Stop, reverse the second one at Stripe, and find out how one key could be sent twice.",
    amount_differs:
      "Stripe moved another amount than the books say. Nothing is repaired by guessing: compare with the charge, correct at Stripe, and have the difference booked.",
    currency_differs: "Stripe moved another currency than the books say. Stop and compare with the charge.",
    destination_differs:
      "The money went to another account than the creator’s. Reverse it at Stripe at once, then find out how that came to be.",
    charge_differs: "It was drawn on another charge than the books say: another brand’s money may be used.",
    fee_differs: "Stripe corrected its fee. The platform pays it; have the difference booked as a fee.",
    status_differs:
      "Stripe has a status that the books do not follow. Open the object at Stripe and read its log.",
    metadata_mismatch:
      "An object at Stripe carries our id and is not ours. Somebody edited metadata, or another system copied it.",
    absent_at_stripe:
      "The books say done, Stripe does not know of it. Check that the key belongs to this Stripe account before anything is sent again.",
    failed_here_alive_there:
      "The books gave the money back, Stripe still moves it. Cancel it at Stripe, or have it booked as done.",
    checkout_missing: "Stripe does not know the Checkout. Check that the key belongs to this Stripe account.",
    account_missing: "Stripe does not know the creator’s account. The creator has to set up a new one.",
    balance_differs:
      "Stripe’s balance is not what the books say, and no single object explains it. Compare with Stripe’s balance report, day by day.",
    held_too_long:
      "Money was held for longer than it should be. See what the collaboration waits for and bring it to an end, or close the offer so that the rest goes back.",
    refund_waits:
      "The platform’s own balance at Stripe is too low for it, most likely since a bank took a charge back. Pay money in to the balance at Stripe; the refund then goes out by itself.",
    invariant_broken:
      "A rule of the books does not hold. Nothing should be paid by hand until it does: read the examples, and look at the latest bookings of what they name.",
  },
};
