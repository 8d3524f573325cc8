/** The words of a cardholder's dispute, as far as it matters to us. Stripe's own status is kept beside it. */
export const DISPUTE_STATUSES = ["open", "won", "lost"] as const;
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];
