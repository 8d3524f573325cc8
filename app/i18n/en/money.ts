/** Words about money on its way. Keys are the ledger's own names. */
export default {
  movement: { transfer: "Pay to a creator", refund: "Refund to a card", reversal: "Taken back" },
  status: {
    pending: "On its way",
    settled: "Paid out",
    blocked: "Waiting for you",
    disputed: "Waiting for a bank",
    failed: "Failed",
  },
  reason: {
    account_missing: "There is no payout account yet. Set it up, and the money goes out by itself.",
    account_restricted:
      "Stripe does not let money through to your account yet. Answer what it asks, and the money goes out by itself.",
    charge_disputed:
      "The cardholder’s bank looks into the brand’s payment. Nothing of it moves until it has decided; then this goes on by itself.",
    charge_lost: "The cardholder’s bank took the brand’s payment back before this had gone out.",
    other: "Stripe did not take it. We keep trying and look into it.",
  },
};
