/** What Stripe has told us about a payout account, as a creator needs to know it. */
import type { AccountRequirements } from "@/db/schema/creator";

type Account = {
  stripe_account_id: string | null;
  transfers_active: boolean;
  payouts_enabled: boolean;
  details_submitted: boolean;
  account_requirements: AccountRequirements | null;
};

export type AccountState =
  | "none"
  | "started"
  | "pending"
  | "restricted"
  | "active"
  | "active_no_bank"
  | "disconnected"
  | "rejected";

export function accountState(account: Account): AccountState {
  const { currently_due = [], disabled_reason = null } = account.account_requirements ?? {};
  if (!account.stripe_account_id) return "none";
  if (disabled_reason === "platform_disconnected") return "disconnected";
  if (disabled_reason?.startsWith("rejected")) return "rejected";
  if (account.transfers_active) return account.payouts_enabled ? "active" : "active_no_bank";
  if (!account.details_submitted) return "started";
  return currently_due.length > 0 ? "restricted" : "pending";
}

/** Stripe's names of requirements, in the order in which they are tried. Source: Stripe's "Required verification information". */
const WANTS = [
  ["identity", /verification\.(document|additional_document|proof_of_liveness)/],
  ["address", /address/],
  ["tax", /id_number|ssn|tax_id/],
  ["person", /first_name|last_name|\.dob|nationality/],
  ["contact", /email|phone/],
  ["bank", /external_account/],
  ["business", /business_profile|business_type|company/],
  ["terms", /tos_acceptance/],
] as const;

export type Want = (typeof WANTS)[number][0] | "other";

/** What Stripe still asks for, each once. */
export function wantsOf(currently_due: readonly string[]): Want[] {
  return [
    ...new Set(
      currently_due.map((field): Want => WANTS.find(([, pattern]) => pattern.test(field))?.[0] ?? "other"),
    ),
  ];
}
