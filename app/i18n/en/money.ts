/** Words about money on its way. Keys are the ledger's own names. */
export default {
  movement: { transfer: "Pay to a creator", refund: "Refund to a card", reversal: "Taken back" },
  status: {
    intended: "On its way",
    settled: "Paid out",
    blocked: "Waiting for you",
    failed: "Failed",
  },
  reason: {
    account_missing: "There is no payout account yet. Set it up, and the money goes out by itself.",
    account_restricted:
      "Stripe does not let money through to your account yet. Answer what it asks, and the money goes out by itself.",
    other: "Stripe did not take it: {{reason}}. We keep trying.",
  },
};
