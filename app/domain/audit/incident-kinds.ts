/** Every kind of incident; each has a text in both languages at `operator:incidents.kinds.<kind>`. */

/** Differences with exactly one explanation: news that never reached us. Reconciliation repairs them. */
export const REPAIRABLE_KINDS = [
  "payment_not_booked",
  "checkout_not_closed",
  "movement_not_settled",
  "refund_failed_there",
  "dispute_unknown",
  "dispute_differs",
  "account_stale",
] as const;

/** Differences that allow more than one explanation: only a person may decide what they mean. */
export const UNDECIDED_KINDS = [
  "charge_unknown",
  "refund_unknown",
  "transfer_unknown",
  "reversal_unknown",
  "booking_unknown",
  "charge_twice",
  "movement_twice",
  "amount_differs",
  "currency_differs",
  "destination_differs",
  "charge_differs",
  "fee_differs",
  "status_differs",
  "metadata_mismatch",
  "absent_at_stripe",
  "failed_here_alive_there",
  "checkout_missing",
  "account_missing",
  "balance_differs",
] as const;

/** What the books alone show. */
const OWN_KINDS = ["held_too_long", "refund_waits", "invariant_broken"] as const;

/** What the platforms say of channels and posts. */
const IDENTITY_KINDS = ["channel_twice", "post_twice"] as const;

export const INCIDENT_KINDS = [
  ...REPAIRABLE_KINDS,
  ...UNDECIDED_KINDS,
  ...OWN_KINDS,
  ...IDENTITY_KINDS,
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];
