/** Differences that an operator must know of: what each means, and what to do. Keys are the kinds of app/domain/audit. */
export default {
  title: "Incidents",
  lead: "Discrepancies between the ledger, Stripe, and the calendar. Those with only one explanation were repaired automatically; the rest need you.",
  status: { open: "Open", repaired: "Repaired", resolved: "Resolved" },
  kind: "Discrepancy",
  subject: "Object",
  seen: "First seen",
  last_seen: "Last seen",
  state: "State",
  none_open: "No open incidents",
  none_open_lead: "Differences between the ledger, Stripe, and the calendar appear here.",
  none: "Nothing here yet",
  back: "Incidents",
  figures: "Expected and actual",
  field: "Figure",
  expected: "Expected",
  found: "Actual",
  absent: "missing",
  what_now: "What it means and what to do",
  decide: "Resolve",
  words: "What you found and what you did",
  words_hint: "Your team reads this. The same discrepancy stays resolved and reopens if it changes.",
  close: "Close incident",
  outcome: "Outcome",
  closed_by: "Resolved by {{name}}",
  repaired: "Repaired automatically",
  go: { charge: "Charge", movement: "Movement", collaboration: "Collaboration" },
  repairs: {
    settle: "The movement was settled with Stripe’s object.",
    put_back: "The refund was booked as failed; the money is in the brand’s balance.",
    refreshed: "The account was refreshed from Stripe.",
    recorded: "The dispute was booked in the ledger.",
    booked: "The payment was booked in the ledger.",
    closed: "The Checkout was closed here too.",
    no_longer_held: "The money is no longer held.",
    refund_no_longer_waits: "Stripe completed the refund.",
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
    destination: "Destination account",
    charge: "Charge",
    rule: "Rule",
    violations: "Violations",
    examples: "Examples",
    part: "Part",
    offer: "Offer",
    collaboration: "Collaboration",
    paid_at: "Paid",
    max_days: "Maximum days",
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
      "We missed Stripe’s notice of a payment. It’s booked automatically. If it stays open, Stripe captured a different amount: compare the two and refund any excess at Stripe.",
    checkout_not_closed: "The Checkout ended at Stripe. The next comparison closes it here automatically.",
    movement_not_settled:
      "Stripe completed it and we missed the notice. It’s settled automatically. If it stays open, another object names the same movement.",
    refund_failed_there:
      "The bank returned the refund. The money moves to the brand’s balance; agree with the brand on another way to refund it.",
    dispute_unknown:
      "A cardholder disputed a charge. It’s booked automatically; send the evidence to Stripe before the deadline.",
    dispute_differs: "The bank updated the dispute. The next comparison updates the ledger automatically.",
    account_stale: "The creator’s account has changed. It’s refreshed automatically.",
    charge_unknown:
      "Someone paid Postbond outside an offer, or another system uses this Stripe account. Find out who paid, refund it at Stripe or leave it, and record why.",
    refund_unknown:
      "Someone issued a refund in Stripe’s dashboard. The ledger still counts the money as held: find out who did it, and have it booked before any more of this charge moves.",
    transfer_unknown:
      "Someone made a manual transfer that isn’t in the ledger. Reverse it at Stripe unless it was owed.",
    reversal_unknown:
      "Someone reversed a transfer manually. The money belongs to the underlying charge; decide with the creator and the brand.",
    booking_unknown:
      "Stripe changed our balance for another reason, such as a payout, a top-up, or a fee. Compare it with the bank statement and record it here.",
    charge_twice:
      "One payment was charged twice. Refund the second charge at Stripe; the ledger has the first.",
    movement_twice:
      "One movement happened twice at Stripe. Stop, reverse the second one at Stripe, and find out how one idempotency key was used twice.",
    amount_differs:
      "Stripe moved a different amount than the ledger says. We don’t repair by guessing: compare with the charge, correct it at Stripe, and have the difference booked.",
    currency_differs:
      "Stripe used a different currency than the ledger says. Stop and compare with the charge.",
    destination_differs:
      "The money went to an account that isn’t the creator’s. Reverse it at Stripe right away, then find out why.",
    charge_differs:
      "It used a different charge than the ledger says, so it may have used another brand’s money.",
    fee_differs: "Stripe corrected its fee. Postbond pays it; have the difference booked as a fee.",
    status_differs: "Stripe’s status differs from the ledger. Open the object at Stripe and read its log.",
    metadata_mismatch:
      "An object at Stripe has our ID but isn’t ours. Someone edited its metadata, or another system copied it.",
    absent_at_stripe:
      "The ledger says it’s done, but Stripe has no record. Check that the API key belongs to this Stripe account before you send anything again.",
    failed_here_alive_there:
      "The ledger returned the money, but Stripe is still moving it. Cancel it at Stripe, or have it booked as done.",
    checkout_missing:
      "Stripe has no record of the Checkout. Check that the API key belongs to this Stripe account.",
    account_missing: "Stripe has no record of the creator’s account. The creator has to set up a new one.",
    balance_differs:
      "Stripe’s balance differs from the ledger, and no single object explains it. Compare with Stripe’s balance report day by day.",
    held_too_long:
      "Money has been held too long. See what the collaboration is waiting for and bring it to an end, or close the offer to refund the rest.",
    channel_twice:
      "The platform says these are one channel. Whoever verified it first keeps it; nobody can apply with the other. Find out whose it is, and check the posts both were paid for.",
    post_twice:
      "Two collaborations were paid for one post, under two spellings of its address. Look at both, and ask for one fee back if the creator wasn’t entitled to it.",
    refund_waits:
      "Postbond’s balance at Stripe is too low for it, most likely because a bank took back a charge. Top up the balance at Stripe; the refund then goes out automatically.",
    invariant_broken:
      "A ledger rule is broken. Don’t make manual payments until it holds again: read the examples, and check the latest entries of the objects they name.",
  },
};
