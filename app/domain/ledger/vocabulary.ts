/** The words of the ledger: kinds of account, and of money that moves at Stripe. */
export const ACCOUNT_KINDS = ["asset", "liability", "revenue", "expense"] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** transfer: to a creator's account · refund: to the card · reversal: a transfer comes back, as far as the account's balance reaches */
export const MOVEMENT_KINDS = ["transfer", "refund", "reversal"] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** intended: booked, not yet confirmed by Stripe · blocked: waits (the creator's account, a card dispute) · settled · failed: undone in the ledger */
export const MOVEMENT_STATUSES = ["pending", "blocked", "settled", "failed"] as const;
export type MovementStatus = (typeof MOVEMENT_STATUSES)[number];

export const CLAWBACK_REASONS = ["post_removed", "fraud"] as const;
export type ClawbackReason = (typeof CLAWBACK_REASONS)[number];
