/** In which condition a creator's payout account is, by what Stripe has told us last. */
import type { creators } from "@/db/schema/creator";

type Account = Pick<
  typeof creators.$inferSelect,
  | "stripe_account_id"
  | "transfers_active"
  | "payouts_enabled"
  | "details_submitted"
  | "account_requirements"
  | "payout_failure"
>;

const reasonOf = ({ account_requirements }: Account) => account_requirements?.disabled_reason ?? "";

/** Stripe looks into the account by itself: nothing that its owner could give would change it. */
const UNDER_REVIEW = new Set(["under_review", "listed", "platform_paused", "other"]);

/** What we know of an account to which the platform has lost the way; see `disconnectAccount`. */
export const DISCONNECTED = "platform_disconnected";

/** From above: the first that is so. Each has its words, and what to do, under `creator:payouts.condition`. */
const CONDITIONS = [
  ["not_begun", ({ stripe_account_id }) => !stripe_account_id],
  ["disconnected", (account) => reasonOf(account) === DISCONNECTED],
  ["rejected", (account) => reasonOf(account).startsWith("rejected.")],
  ["payout_failed", (account) => account.transfers_active && account.payout_failure !== null],
  ["payouts_paused", (account) => account.transfers_active && !account.payouts_enabled],
  ["active", (account) => account.transfers_active],
  ["in_progress", (account) => !account.details_submitted],
  [
    "country_unsupported",
    ({ account_requirements }) => hasError(account_requirements, /country_not_supported$/),
  ],
  ["disabled", (account) => UNDER_REVIEW.has(reasonOf(account))],
  ["restricted", ({ account_requirements }) => (account_requirements?.currently_due ?? []).length > 0],
  ["pending", (account) => reasonOf(account) === "requirements.pending_verification"],
] as const satisfies readonly (readonly [string, (account: Account) => boolean])[];

export type AccountCondition = (typeof CONDITIONS)[number][0] | "transfers_inactive";

/** Source of the reasons: https://docs.stripe.com/api/accounts/object#account_object-requirements-disabled_reason */
export function accountCondition(account: Account): AccountCondition {
  return CONDITIONS.find(([, holds]) => holds(account))?.[0] ?? "transfers_inactive";
}

function hasError(requirements: Account["account_requirements"], pattern: RegExp): boolean {
  return (requirements?.errors ?? []).some(({ code }) => pattern.test(code));
}
