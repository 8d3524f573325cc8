/** What must always hold, in words for everybody. Keys are the names of the files in db/checks without their numbers' dashes. */
export default {
  "01-entries-sum-to-zero": {
    name: "Every transaction balances",
    means: "What a transaction takes from one account, it puts into others. No cent appears or disappears.",
  },
  "02-balances-equal-entries": {
    name: "Balances are the sum of their entries",
    means: "Every account’s balance is exactly the sum of its history.",
  },
  "03-held-never-below-zero": {
    name: "No one’s money goes below zero",
    means: "An account that holds someone’s money can never be overdrawn.",
  },
  "04a-every-charge-is-accounted-for": {
    name: "Every payment is accounted for",
    means:
      "Every cent paid by card is with a creator, refunded to the card, earned by Postbond, charged back by a bank, or still held.",
  },
  "04b-charge-counters-are-true": {
    name: "Each payment’s counters are correct",
    means: "What a payment counts as used, refunded, and charged back matches its entries.",
  },
  "04c-totals-balance": {
    name: "The whole ledger balances",
    means: "In every currency, assets and expenses equal liabilities and revenue.",
  },
  "05a-paid-only-once": {
    name: "No one is paid twice",
    means: "A collaboration is paid at most once, and never more than its fee plus the cost of the sample.",
  },
  "05b-paid-only-when-verified": {
    name: "No payment without verification",
    means: "A creator is paid only after a post passed the checks or our team decided.",
  },
  "06-held-matches-state": {
    name: "Held funds match the collaboration",
    means: "A collaboration in progress has its full amount held; one that has ended holds exactly zero.",
  },
  "07a-movements-have-their-stripe-object": {
    name: "Every movement has its match at Stripe",
    means: "Each completed movement names the payment, transfer, or refund at Stripe behind it.",
  },
  "07b-clearing-is-what-is-on-its-way": {
    name: "Money in transit is accounted for",
    means: "The money between us and Stripe is exactly what we’ve requested and Stripe hasn’t confirmed yet.",
  },
  "08-slots-are-funded": {
    name: "Every slot is funded",
    means: "An offer never has more accepted creators than funded slots.",
  },
  "09a-every-transition-was-announced": {
    name: "Every change was published",
    means:
      "Each change of a collaboration produced its events, and no event was sent for a change that didn’t happen.",
  },
  "09b-every-movement-was-handed-on": {
    name: "Every movement was started",
    means: "Each approved movement was handed to the job that carries it out.",
  },
  "09c-every-deadline-has-its-job": {
    name: "Every deadline has its timer",
    means: "No running deadline can be missed.",
  },
  "10-debts-are-true": {
    name: "Debts are correct",
    means: "What creators owe, and what brands are due, matches the agreements.",
  },
  "11-disputed-charges-are-frozen": {
    name: "Disputed payments are frozen",
    means:
      "While a bank decides about a payment, none of it moves. Once it has decided, the result is booked.",
  },
  "12-closed-offers-keep-nothing": {
    name: "Closed offers hold nothing back",
    means: "When an offer is closed, everything no collaboration needs is refunded to the card that paid.",
  },
  "13-money-leaves-through-the-gate": {
    name: "Money leaves for a reason",
    means:
      "Each transfer to a creator had a post that passed or a decision by our team, a post seen within a day, an ended hold, an undisputed payment, and an account that could receive it.",
  },
};
