/** What must always hold, in words for everybody. Keys are the names of the files in db/checks without their numbers' dashes. */
export default {
  "01-entries-sum-to-zero": {
    name: "Every booking balances",
    means: "Whatever a booking takes from one place it puts into another. No cent appears or vanishes.",
  },
  "02-balances-equal-entries": {
    name: "Balances are the sum of their entries",
    means: "The balance of every account is exactly what its history adds up to.",
  },
  "03-held-never-below-zero": {
    name: "Nobody’s money is below zero",
    means: "An account that holds somebody’s money can never be overdrawn.",
  },
  "04a-every-charge-is-accounted-for": {
    name: "Every payment is accounted for",
    means:
      "All of what a card paid is with a creator, back on the card, earned, taken back by a bank, or still held.",
  },
  "04b-charge-counters-are-true": {
    name: "Each payment’s counters are true",
    means: "What a payment counts as claimed, refunded and charged back is what was booked.",
  },
  "04c-totals-balance": {
    name: "The whole book balances",
    means: "In every currency, what is there and was spent equals what is owed and was earned.",
  },
  "05a-paid-only-once": {
    name: "Nobody is paid twice",
    means: "A collaboration is paid at most once, and never more than its fee and what the sample cost.",
  },
  "05b-paid-only-when-verified": {
    name: "No pay without proof",
    means:
      "Nobody is paid without checks that passed, an operator’s decision, or a cancellation that the brand pays for.",
  },
  "06-held-matches-state": {
    name: "What is held fits the work",
    means:
      "A running collaboration has its whole amount set aside; one that has ended holds exactly nothing.",
  },
  "07a-movements-have-their-stripe-object": {
    name: "Every movement has its counterpart at Stripe",
    means: "Whatever we call done names the payment, transfer or refund at Stripe that did it.",
  },
  "07b-clearing-is-what-is-on-its-way": {
    name: "What is on its way is known",
    means: "The money between us and Stripe is exactly what was asked for and not yet confirmed.",
  },
  "08-slots-are-funded": {
    name: "Every slot is paid for",
    means: "An offer never has more accepted creators than slots that were paid in.",
  },
  "09a-every-transition-was-announced": {
    name: "Every change was announced",
    means: "Each change of a collaboration led to its messages, and none was sent for what did not happen.",
  },
  "09b-every-movement-was-handed-on": {
    name: "Every movement was set going",
    means: "Each payment that was decided was handed to the job that carries it out.",
  },
  "09c-every-deadline-has-its-job": {
    name: "Every deadline has its alarm clock",
    means: "No running deadline can be slept through.",
  },
  "10-debts-are-true": {
    name: "Debts are true",
    means: "What creators owe back, and what brands wait for, is what the agreements say.",
  },
  "11-disputed-charges-are-frozen": {
    name: "Disputed payments stand still",
    means: "While a bank decides about a payment, nothing of it moves; when it has decided, that is booked.",
  },
  "12-closed-offers-keep-nothing": {
    name: "Closed offers keep nothing",
    means: "When an offer is closed, whatever no collaboration needs has gone back to the card that paid it.",
  },
};
