/** The conditions a connected account can come to, through its onboarding page, a control or a fault. */

import type Stripe from "stripe";
import { known } from "../../frame/known";
import { emit } from "../webhooks/emit";
import type { StoredAccount, World } from "../world";
import { bankAccount, requirements, TO_BE_DONE } from "./account-object";
import { capabilityObject } from "./capability-object";

export const ACCOUNT_OUTCOMES = {
  complete: "everything is given and verified: transfers and payouts go",
  pending: "everything is given and Stripe is still looking",
  restricted: "a document is missing: nothing goes until it is given",
  unsupported_country: "the person's identity document is from a country that Stripe does not support",
  disabled: "Stripe has paused the account while it reviews it",
  rejected: "Stripe has rejected the account for good",
  payouts_paused: "the bank account has failed: transfers go, payouts do not",
  reset: "as before onboarding: nothing is given yet",
} as const;

export type AccountOutcome = keyof typeof ACCOUNT_OUTCOMES;

export function isAccountOutcome(value: unknown): value is AccountOutcome {
  return typeof value === "string" && Object.hasOwn(ACCOUNT_OUTCOMES, value);
}

type Shape = {
  submitted: boolean;
  transfers: "active" | "pending" | "inactive";
  payouts: boolean;
  requirements: Stripe.Account.Requirements;
};

const DOCUMENT = "individual.verification.document";

function withError(
  base: Stripe.Account.Requirements,
  code: Stripe.Account.Requirements.Error["code"],
  reason: string,
): Stripe.Account.Requirements {
  return { ...base, errors: [{ code, reason, requirement: DOCUMENT }] };
}

const SHAPES: Record<AccountOutcome, () => Shape> = {
  complete: () => ({ submitted: true, transfers: "active", payouts: true, requirements: requirements() }),
  pending: () => ({
    submitted: true,
    transfers: "pending",
    payouts: false,
    requirements: {
      ...requirements([], "requirements.pending_verification"),
      pending_verification: [DOCUMENT],
    },
  }),
  restricted: () => ({
    submitted: true,
    transfers: "inactive",
    payouts: false,
    requirements: withError(
      requirements([DOCUMENT], "requirements.past_due"),
      "verification_document_not_readable",
      "The document could not be read. Upload a color photo of the whole document.",
    ),
  }),
  unsupported_country: () => ({
    submitted: true,
    transfers: "inactive",
    payouts: false,
    requirements: withError(
      requirements([DOCUMENT], "requirements.past_due"),
      "verification_document_country_not_supported",
      "The country of the document is not supported for this account.",
    ),
  }),
  disabled: () => ({
    submitted: true,
    transfers: "inactive",
    payouts: false,
    requirements: requirements([], "under_review"),
  }),
  rejected: () => ({
    submitted: true,
    transfers: "inactive",
    payouts: false,
    requirements: requirements([], "rejected.other"),
  }),
  payouts_paused: () => ({
    submitted: true,
    transfers: "active",
    payouts: false,
    requirements: requirements(["external_account"]),
  }),
  reset: () => ({
    submitted: false,
    transfers: "inactive",
    payouts: false,
    requirements: requirements(TO_BE_DONE, "requirements.past_due"),
  }),
};

/** Brings `account` to `outcome` and says so in events: one for each capability that changed, then `account.updated`. */
export function settleAccount(world: World, account: StoredAccount, outcome: AccountOutcome): void {
  const shape = SHAPES[outcome]();
  const before = { ...account.capabilities } as Record<string, string>;
  const previous = {
    details_submitted: account.details_submitted,
    payouts_enabled: account.payouts_enabled,
    requirements: account.requirements,
  };
  account.details_submitted = shape.submitted;
  account.payouts_enabled = shape.payouts;
  account.requirements = shape.requirements;
  for (const name of Object.keys(before))
    (account.capabilities as Record<string, string>)[name] = shape.transfers;
  account.charges_enabled = account.capabilities?.card_payments === "active";
  if (shape.submitted && !account.tos_acceptance?.date)
    account.tos_acceptance = { date: world.now_s(), ip: "127.0.0.1", user_agent: null };
  if (outcome === "complete")
    known(account.external_accounts, "an account's bank accounts").data = [bankAccount(world, account)];
  world.tables.accounts.save(account);
  for (const [name, status] of Object.entries(before))
    if (status !== shape.transfers)
      emit(world, "capability.updated", capabilityObject(account, name), {
        scope: account.id,
        previous: { status },
      });
  emit(world, "account.updated", account, { scope: account.id, previous });
}
