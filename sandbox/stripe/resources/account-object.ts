/** What a connected account looks like: nothing done yet, and the platform's own. */
import type Stripe from "stripe";
import { payoutCurrency } from "../money/countries";
import { mergeMetadata } from "../wire/metadata";
import type { World } from "../world";

/** What Stripe asks a person for before transfers and payouts are allowed. */
export const TO_BE_DONE = [
  "external_account",
  "individual.address.line1",
  "individual.dob.day",
  "individual.first_name",
  "individual.last_name",
  "tos_acceptance.date",
];

export function requirements(
  due: string[] = [],
  disabled_reason: Stripe.Account.Requirements.DisabledReason | null = null,
): Stripe.Account.Requirements {
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: due,
    disabled_reason,
    errors: [],
    eventually_due: due,
    past_due: disabled_reason === "requirements.past_due" ? due : [],
    pending_verification: [],
  };
}

type Given = Pick<
  Stripe.AccountCreateParams,
  | "country"
  | "email"
  | "business_type"
  | "business_profile"
  | "capabilities"
  | "metadata"
  | "default_currency"
>;

export function newAccount(world: World, params: Given, type: Stripe.Account.Type): Stripe.Account {
  const country = params.country ?? "US";
  const express = type === "express";
  return {
    id: world.newId("acct"),
    object: "account",
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: params.business_profile?.mcc ?? null,
      minority_owned_business_designation: null,
      name: params.business_profile?.name ?? null,
      product_description: params.business_profile?.product_description ?? null,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: params.business_profile?.url ?? null,
    },
    business_type: params.business_type ?? null,
    capabilities: requestedCapabilities(params.capabilities),
    charges_enabled: false,
    controller: {
      fees: { payer: express ? "application_express" : "application" },
      is_controller: true,
      losses: { payments: "application" },
      requirement_collection: "stripe",
      stripe_dashboard: { type: express ? "express" : "none" },
      type: "application",
    },
    country,
    created: world.now_s(),
    default_currency: params.default_currency ?? payoutCurrency(country) ?? "usd",
    details_submitted: false,
    email: params.email ?? null,
    external_accounts: { object: "list", data: [], has_more: false, url: "" },
    future_requirements: requirements(),
    metadata: mergeMetadata({}, params.metadata),
    payouts_enabled: false,
    requirements: requirements(TO_BE_DONE, "requirements.past_due"),
    settings: settings("daily"),
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type,
  };
}

function requestedCapabilities(given: Given["capabilities"]): Stripe.Account.Capabilities {
  const capabilities: Record<string, string> = {};
  for (const [name, asked] of Object.entries(given ?? {}))
    if (asked?.requested) capabilities[name] = "inactive";
  return capabilities;
}

function settings(interval: "daily" | "manual"): Stripe.Account.Settings {
  return {
    bacs_debit_payments: { display_name: null, service_user_number: null },
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_issuing: { tos_acceptance: { date: null, ip: null } },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false },
      statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: null, timezone: "Etc/UTC" },
    invoices: { default_account_tax_ids: null, hosted_payment_method_save: null },
    payments: {
      statement_descriptor: null,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: {
      debit_negative_balances: interval === "daily",
      schedule: { delay_days: 2, interval },
      statement_descriptor: null,
    },
    sepa_debit_payments: {},
  };
}

/** The bank account that onboarding leaves behind. */
export function bankAccount(world: World, account: Stripe.Account): Stripe.BankAccount {
  return {
    id: world.newId("ba"),
    object: "bank_account",
    account: account.id,
    account_holder_name: account.email,
    account_holder_type: "individual",
    account_type: null,
    available_payout_methods: ["standard"],
    bank_name: "STRIPE TEST BANK",
    country: account.country ?? "US",
    currency: account.default_currency ?? "usd",
    default_for_currency: true,
    fingerprint: "sandboxbank",
    future_requirements: { currently_due: [], errors: [], past_due: [], pending_verification: [] },
    last4: "6789",
    metadata: {},
    requirements: { currently_due: [], errors: [], past_due: [], pending_verification: [] },
    routing_number: "110000000",
    status: "new",
  };
}

/** The platform itself, as `GET /v1/account` gives it: its own payouts are manual, so that held money stays. */
export function platformAccount(): Stripe.Account {
  return {
    id: "acct_sandboxplatform",
    object: "account",
    business_type: "company",
    capabilities: { card_payments: "active", transfers: "active" },
    charges_enabled: true,
    controller: { type: "account" },
    country: "US",
    default_currency: "usd",
    details_submitted: true,
    email: "platform@postbond.example",
    external_accounts: {
      object: "list",
      data: [],
      has_more: false,
      url: "/v1/accounts/acct_sandboxplatform/external_accounts",
    },
    payouts_enabled: true,
    settings: settings("manual"),
    type: "standard",
  };
}
