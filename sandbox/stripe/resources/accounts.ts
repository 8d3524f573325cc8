/** Connected accounts: who gets paid. Made by the platform, completed by their owner on the onboarding page. */

import type Stripe from "stripe";
import { known } from "../../frame/known";
import { PLATFORM } from "../keep/table";
import { payoutCurrency } from "../money/countries";
import { emit } from "../webhooks/emit";
import { type Call, endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { anything, currency, expand, metadata, oneOf, page, range, required, text } from "../wire/params";
import { invalid } from "../wire/refusal";
import type { StoredAccount, World } from "../world";
import { newAccount, platformAccount } from "./account-object";
import { settleAccount } from "./account-outcomes";

/** @throws StripeRefusal account_invalid (403), as Stripe says of accounts that are gone or another platform's */
export function findAccount(world: World, id: string): StoredAccount {
  const account = world.tables.accounts.get(id);
  if (!account || account.gone) throw noAccess(id);
  return account;
}

export function noAccess(id: string) {
  return invalid(
    `The provided key 'sk_test_***' does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
    { code: "account_invalid", status: 403 },
  );
}

function typeOf(params: Stripe.AccountCreateParams): Stripe.Account.Type {
  if (params.type && params.controller)
    throw invalid("You may only specify one of these parameters: type, controller.", { param: "type" });
  if (params.type) return params.type;
  const dashboard = params.controller?.stripe_dashboard?.type;
  return dashboard === "express" ? "express" : dashboard === "none" ? "none" : "standard";
}

function createAccount({ world }: Call, params: Stripe.AccountCreateParams): object {
  if (params.country !== undefined) assertCountry(params.country);
  if (params.email && !/^[^\s@]+@[^\s@]+$/.test(params.email))
    throw invalid(`Invalid email address: ${params.email}`, { code: "email_invalid", param: "email" });
  const account = newAccount(world, params, typeOf(params));
  known(account.external_accounts, "an account's bank accounts").url =
    `/v1/accounts/${account.id}/external_accounts`;
  if (params.settings?.payouts?.schedule?.interval)
    known(account.settings?.payouts, "an account's payout settings").schedule.interval =
      params.settings.payouts.schedule.interval;
  world.tables.accounts.insert(PLATFORM, account);
  return account;
}

function assertCountry(country: string): void {
  if (!/^[A-Z]{2}$/.test(country))
    throw invalid(
      `Country '${country}' is unknown. Try using a 2-character alphanumeric country code instead, such as 'US', 'EG', or 'GB'.`,
      { param: "country" },
    );
  if (!payoutCurrency(country))
    throw invalid(`${country} is not currently supported by Stripe.`, {
      code: "country_unsupported",
      param: "country",
    });
}

/** The owner takes the platform's access away: an event says so, and from then on the account is out of reach. */
export function disconnect(world: World, account: StoredAccount): void {
  account.gone = true;
  world.tables.accounts.save(account);
  const application = { id: "ca_sandbox", object: "application", name: "Postbond" };
  emit(world, "account.application.deauthorized", application, { scope: account.id });
}

const changeable = {
  account_token: text,
  business_profile: anything,
  business_type: oneOf("company", "government_entity", "individual", "non_profit"),
  capabilities: anythingWithBooleans(),
  company: anything,
  default_currency: currency,
  documents: anything,
  email: text,
  expand,
  external_account: anything,
  groups: anything,
  individual: anything,
  metadata,
  settings: anything,
  tos_acceptance: anything,
};

/** `capabilities[transfers][requested]=true` → booleans. */
function anythingWithBooleans() {
  return {
    read: (form: unknown) =>
      Object.fromEntries(
        Object.entries((form ?? {}) as Record<string, { requested?: string }>).map(([name, asked]) => [
          name,
          { requested: asked?.requested === "true" },
        ]),
      ),
  };
}

export const accountEndpoints = [
  endpoint<Stripe.AccountCreateParams>(
    "POST",
    "/v1/accounts",
    { ...changeable, controller: anything, country: text, type: oneOf("custom", "express", "standard") },
    createAccount,
  ),
  endpoint<Stripe.AccountListParams>(
    "GET",
    "/v1/accounts",
    { ...page, created: range },
    ({ world }, params) =>
      listPage<StoredAccount>(
        {
          table: world.tables.accounts,
          scope: PLATFORM,
          where: (account) => !account.gone,
          url: "/v1/accounts",
          thing: "account",
        },
        params,
      ),
  ),
  endpoint<Stripe.AccountRetrieveParams>("GET", "/v1/accounts/:id", { expand }, ({ world, path }) =>
    path("id") === platformAccount().id ? platformAccount() : findAccount(world, path("id")),
  ),
  endpoint<Stripe.AccountRejectParams>(
    "POST",
    "/v1/accounts/:id/reject",
    { expand, payouts_action: text, reason: required(text) },
    ({ world, path }) => {
      const account = findAccount(world, path("id"));
      settleAccount(world, account, "rejected");
      return account;
    },
  ),
];
