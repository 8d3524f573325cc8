/** Words about money on its way. Keys are the ledger's own names. */
export default {
  movement: { transfer: "Payment to a creator", refund: "Refund to a card", reversal: "Reversal" },
  status: {
    pending: "On its way",
    settled: "Paid",
    blocked: "Action needed",
    disputed: "Waiting for the bank",
    look: "Checking the post",
    failed: "Failed",
  },
  reason: {
    account_missing: "You don’t have a payout account yet. Set one up and you’re paid automatically.",
    account_restricted:
      "Stripe can’t send money to your account yet. Complete what Stripe asks for and you’re paid automatically.",
    charge_disputed:
      "The cardholder’s bank is reviewing the brand’s payment. This money stays put until the bank decides; then we continue automatically.",
    look_needed: "We’re checking that your post is still up. Then the transfer starts by itself.",
    reversed: "This was taken back before it was sent.",
    charge_lost: "The cardholder’s bank took back the brand’s payment before this was sent.",
    other: "Stripe declined it. We’ll keep trying and look into it.",
  },
};
