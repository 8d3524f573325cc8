/** When each deadline falls, from the frozen policy. All results are instants in UTC; business days are the brand's own. */

import { DateTime } from "luxon";
import { DAY_MS } from "@/app/lib/clock";
import type { Policy } from "../policy/policy";
import type { DueKind } from "./vocabulary";

export type DeadlineFacts = {
  policy: Policy;
  now: Date;
  /** The brand's IANA zone. */
  time_zone: string;
  /** Sample and creator are in different countries. */
  cross_border: boolean;
  /** Until when the operator's rules let the pay rest. */
  hold_until: Date | null;
  /** The running content deadline, which an extension prolongs, and before which no cure ends. */
  content_due_at: Date | null;
  /** When the brand cancelled. */
  cancelled_at: Date | null;
  paid_at: Date | null;
};

/** Days after the grace (brand) or the late parcel within which somebody has to act before the collaboration ends by itself. */
const LATE_DAYS = 7;
/** A platform that does not answer is asked again for this long before an operator has to look. */
const VERIFICATION_HOURS = 24;
const REMOVAL_CURE_HOURS = 48;
/** A brand that cancels leaves this much time to hand in what was published before; whoever's check ended later still has half a day to mend it. */
const LAST_HAND_IN_HOURS = 48;
const MEND_HOURS = 12;
const DECISION_BUSINESS_DAYS = 5;
/** An operator who has not decided by then leaves it to the rule: what passed is paid, anything else goes back to the brand. */
const OPERATOR_DECISION_DAYS = 7;
const MONITORING_START_DAYS = 1;
/** Pay waits so long for a machine that cannot see the post; then an operator has to. */
const PAYOUT_LOOK_HOURS = 72;

/** The instant at which the deadline `kind`, begun now, falls due. */
export function dueAt(kind: DueKind, facts: DeadlineFacts): Date {
  const { policy, now } = facts;
  const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
  const days = (n: number) => hours(n * 24);
  switch (kind) {
    case "invitation":
      return days(policy.invitation_window_days);
    case "application":
      return days(policy.application_window_days);
    case "slot":
      return hours(policy.offer_window_hours);
    case "ship":
      return addBusinessDays(now, policy.ship_window_business_days, facts.time_zone);
    case "ship_grace":
      return days(policy.ship_grace_days);
    case "ship_late":
    case "transit_late":
      return days(LATE_DAYS);
    case "order":
      return hours(policy.order_window_hours);
    case "transit":
      return days(facts.cross_border ? policy.transit_cross_border_days : policy.transit_domestic_days);
    case "content":
      return facts.content_due_at
        ? new Date(facts.content_due_at.getTime() + policy.content_extension_days * DAY_MS)
        : days(policy.content_window_days);
    case "overdue":
      return hours(policy.overdue_window_hours);
    case "verification":
      return hours(VERIFICATION_HOURS);
    case "last_hand_in":
      return new Date(
        Math.max(
          (facts.cancelled_at ?? now).getTime() + LAST_HAND_IN_HOURS * 3_600_000,
          hours(facts.cancelled_at && facts.cancelled_at < now ? MEND_HOURS : 0).getTime(),
        ),
      );
    case "cure":
      return new Date(
        Math.max(hours(policy.cure_window_hours).getTime(), facts.content_due_at?.getTime() ?? 0),
      );
    case "review":
      return days(policy.review_window_days);
    case "changes":
      return days(policy.changes_window_days);
    case "appeal":
      return hours(policy.appeal_window_hours);
    case "statements":
      return hours(policy.statement_window_hours);
    case "decision":
      return addBusinessDays(now, DECISION_BUSINESS_DAYS, facts.time_zone);
    case "operator_decision":
      return days(OPERATOR_DECISION_DAYS);
    case "hold":
      return facts.hold_until ?? now;
    case "payout_look":
      return hours(PAYOUT_LOOK_HOURS);
    case "monitoring_start":
      return days(MONITORING_START_DAYS);
    case "monitoring":
      return new Date((facts.paid_at ?? now).getTime() + policy.monitoring_days * DAY_MS);
    case "removal_cure":
      return hours(REMOVAL_CURE_HOURS);
    case "removal_decision":
      return days(OPERATOR_DECISION_DAYS);
  }
}

/**
 * `count` business days (Monday to Friday) after `from`, at the same local time in `zone`; a change to or from daylight-saving
 * time moves the instant, not the local time.
 */
export function addBusinessDays(from: Date, count: number, zone: string): Date {
  let day = DateTime.fromJSDate(from, { zone });
  for (let left = count; left > 0; ) {
    day = day.plus({ days: 1 });
    if (day.weekday <= 5) left--;
  }
  return day.toJSDate();
}
