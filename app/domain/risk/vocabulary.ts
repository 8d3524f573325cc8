/** Why pay rests: the operator's rules by name. */
export const HOLD_REASONS = ["first_pair", "unverified_large"] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];
