/**
 * The policy: every timer and term of a collaboration, as data. A brand chooses within the operator's limits; a creator reads it
 * before applying; accepting freezes it into the agreement. Funds may not rest at Stripe for longer than about 90 days, so the
 * timers of a policy must add up to at most `LONGEST_HOLD_DAYS` days.
 */
export const POLICY_VERSION = 1;
export const LONGEST_HOLD_DAYS = 80;

export type PolicyTerm = Exclude<keyof Policy, "version">;
export type Policy = {
  version: number;
  application_window_days: number;
  invitation_window_days: number;
  offer_window_hours: number;
  ship_window_business_days: number;
  ship_grace_days: number;
  order_window_hours: number;
  transit_domestic_days: number;
  transit_cross_border_days: number;
  content_window_days: number;
  content_extension_days: number;
  overdue_window_hours: number;
  cure_window_hours: number;
  review_window_days: number;
  revisions: number;
  changes_window_days: number;
  appeal_window_hours: number;
  statement_window_hours: number;
  monitoring_days: number;
  holdback_bps: number;
};

/** The operator's limits: [least, default, most] of each term. */
export const POLICY_LIMITS: Readonly<Record<PolicyTerm, readonly [number, number, number]>> = {
  application_window_days: [2, 5, 14],
  invitation_window_days: [2, 7, 14],
  offer_window_hours: [24, 72, 120],
  ship_window_business_days: [1, 3, 7],
  ship_grace_days: [2, 4, 7],
  order_window_hours: [24, 48, 96],
  transit_domestic_days: [7, 14, 21],
  transit_cross_border_days: [14, 30, 30],
  content_window_days: [5, 14, 21],
  content_extension_days: [3, 7, 7],
  overdue_window_hours: [24, 72, 120],
  cure_window_hours: [24, 48, 96],
  review_window_days: [2, 7, 7],
  revisions: [0, 2, 3],
  changes_window_days: [2, 5, 7],
  appeal_window_hours: [48, 72, 120],
  statement_window_hours: [48, 72, 120],
  monitoring_days: [7, 30, 90],
  holdback_bps: [0, 0, 3_000],
};

export function defaultPolicy(): Policy {
  return {
    version: POLICY_VERSION,
    ...(Object.fromEntries(Object.entries(POLICY_LIMITS).map(([name, [, usual]]) => [name, usual])) as Record<
      PolicyTerm,
      number
    >),
  };
}

/**
 * Days from agreement to approval along the longest usual course: sample, content with its one extension, cure, and a review for
 * every allowed round of changes. Business days are counted as 7/5 calendar days. The hold
 * after approval (the operator's, see `domain/risk`) comes on top: the money is owed to the creator by then. A delay beyond it (a parcel lost, a dispute) is what the ages of
 * held funds on the operator's books are for.
 */
export function longestHoldDays(policy: Policy): number {
  const sample_days =
    (policy.ship_window_business_days * 7) / 5 + policy.ship_grace_days + policy.transit_domestic_days;
  const content_days =
    policy.content_window_days + policy.content_extension_days + policy.overdue_window_hours / 24;
  const review_days =
    policy.review_window_days * (1 + policy.revisions) + policy.revisions * policy.changes_window_days;
  return Math.ceil(sample_days + content_days + policy.cure_window_hours / 24 + review_days);
}
