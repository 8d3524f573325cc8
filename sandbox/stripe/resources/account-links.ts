/** Account links and login links: the one-time way to the onboarding page, and the way to an account's own dashboard. */

import type Stripe from "stripe";
import { known } from "../../frame/known";
import { PLATFORM } from "../keep/table";
import { type Call, endpoint } from "../wire/endpoint";
import { anything, expand, oneOf, required, text } from "../wire/params";
import { invalid } from "../wire/refusal";
import { findAccount } from "./accounts";

const VALID_S = 5 * 60;

function createAccountLink({ world }: Call, params: Stripe.AccountLinkCreateParams): object {
  const account = findAccount(world, params.account);
  const { refresh_url, return_url } = params;
  for (const [param, value] of Object.entries({ refresh_url, return_url })) {
    if (!value) throw invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
    if (!URL.canParse(value)) throw invalid("Not a valid URL", { code: "url_invalid", param });
  }
  const ticket = world.tables.account_links.insert(PLATFORM, {
    id: world.newId("alink"),
    account: account.id,
    expires_at: world.now_s() + VALID_S,
    refresh_url: known(refresh_url, "a link's refresh_url"),
    return_url: known(return_url, "a link's return_url"),
    used: false,
  });
  const link: Stripe.AccountLink = {
    object: "account_link",
    created: world.now_s(),
    expires_at: ticket.expires_at,
    url: `${world.context.url}/onboard/${account.id}?link=${ticket.id}`,
  };
  return link;
}

function createLoginLink({ world, path }: Call): object {
  const account = findAccount(world, path("account"));
  if (account.type !== "express")
    throw invalid("Only express accounts can have login links created for them.", { param: "account" });
  if (!account.details_submitted)
    throw invalid("Cannot create a login link for an account that has not completed onboarding.");
  const link: Stripe.LoginLink = {
    object: "login_link",
    created: world.now_s(),
    url: `${world.context.url}/express/${account.id}`,
  };
  return link;
}

export const accountLinkEndpoints = [
  endpoint<Stripe.AccountLinkCreateParams>(
    "POST",
    "/v1/account_links",
    {
      account: required(text),
      collect: text,
      collection_options: anything,
      expand,
      refresh_url: text,
      return_url: text,
      type: required(oneOf("account_onboarding", "account_update")),
    },
    createAccountLink,
  ),
  endpoint<{ expand?: string[] }>("POST", "/v1/accounts/:account/login_links", { expand }, createLoginLink),
];
