/** Checkout Sessions in payment mode: an amount, a page to pay it on, and where to go afterwards. */

import type Stripe from "stripe";
import { known } from "../../frame/known";
import { assertChargeable } from "../money/currency";
import { type Call, endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { anything, expand, oneOf, page, range, text } from "../wire/params";
import { invalid } from "../wire/refusal";
import type { World } from "../world";
import { readLineItems } from "./checkout-line-items";
import { armExpiry, assertOpen, expireSession } from "./checkout-pay";
import { findSession, newSession } from "./checkout-session-object";
import { createRules } from "./checkout-session-rules";
import { findCustomer } from "./customers";

const SHORTEST_S = 30 * 60;

const LONGEST_S = 24 * 3600;

type Create = Stripe.Checkout.SessionCreateParams;

function need<T>(value: T | undefined, param: string): T {
  if (value === undefined)
    throw invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
  return value;
}

function readExpiry(world: World, expires_at: number | undefined): number {
  const now_s = world.now_s();
  if (expires_at === undefined) return now_s + LONGEST_S;
  if (expires_at < now_s + SHORTEST_S - 60)
    throw invalid("The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.", {
      param: "expires_at",
    });
  if (expires_at > now_s + LONGEST_S + 60)
    throw invalid("The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.", {
      param: "expires_at",
    });
  return expires_at;
}

function assertSupported(params: Create): void {
  need(params.mode, "mode");
  if (params.mode !== "payment")
    throw invalid(`This sandbox does Checkout Sessions in payment mode only, not ${params.mode}.`, {
      param: "mode",
    });
  if (params.ui_mode && params.ui_mode !== "hosted_page")
    throw invalid("This sandbox does Checkout on its own page only: leave ui_mode out.", {
      param: "ui_mode",
    });
  need(params.success_url, "success_url");
  for (const param of ["success_url", "cancel_url"] as const)
    if (params[param] && !URL.canParse(params[param].replaceAll("{CHECKOUT_SESSION_ID}", "id")))
      throw invalid("Not a valid URL", { code: "url_invalid", param });
  if (params.customer && params.customer_email)
    throw invalid("You may only specify one of these parameters: customer, customer_email.");
  if (params.customer_email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(params.customer_email))
    throw invalid(`Invalid email address: ${params.customer_email}`, {
      code: "email_invalid",
      param: "customer_email",
    });
}

function createSession({ world, scope }: Call, params: Create): object {
  assertSupported(params);
  const expires_at = readExpiry(world, params.expires_at);
  if (params.customer) findCustomer(world, scope, params.customer, "customer");
  const line_items = readLineItems(world, need(params.line_items, "line_items"));
  const total_minor = line_items.reduce((sum, item) => sum + item.amount_total, 0);
  const currency_code = known(line_items[0], "a session's line items").currency;
  assertChargeable(total_minor, currency_code, "line_items");
  const session = newSession(world, params, { expires_at, total_minor, currency: currency_code });
  const { description, receipt_email, transfer_group, metadata: about } = params.payment_intent_data ?? {};
  world.tables.tickets.insert(scope, {
    id: session.id,
    line_items,
    pictures: known(params.line_items, "a session's line items").map(
      (item) => item.price_data?.product_data?.images?.[0] ?? null,
    ),
    intent: { description, receipt_email, transfer_group, metadata: about },
  });
  world.tables.sessions.insert(scope, session);
  armExpiry(world, session);
  return session;
}

export const checkoutSessionEndpoints = [
  endpoint<Create>("POST", "/v1/checkout/sessions", createRules, createSession),
  endpoint<Stripe.Checkout.SessionListParams>(
    "GET",
    "/v1/checkout/sessions",
    {
      ...page,
      created: range,
      customer: text,
      customer_account: text,
      customer_details: anything,
      payment_intent: text,
      payment_link: text,
      status: oneOf("open", "complete", "expired"),
      subscription: text,
    },
    ({ world, scope }, params) =>
      listPage<Stripe.Checkout.Session>(
        {
          table: world.tables.sessions,
          scope,
          by: params.payment_intent
            ? ["payment_intent", params.payment_intent]
            : params.customer
              ? ["customer", params.customer]
              : undefined,
          where: (session) => !params.status || session.status === params.status,
          url: "/v1/checkout/sessions",
          thing: "checkout.session",
        },
        params,
      ),
  ),
  endpoint<Stripe.Checkout.SessionRetrieveParams>(
    "GET",
    "/v1/checkout/sessions/:id",
    { expand },
    ({ world, scope, path }) => findSession(world, scope, path("id")),
  ),
  endpoint<Stripe.Checkout.SessionExpireParams>(
    "POST",
    "/v1/checkout/sessions/:id/expire",
    { expand },
    ({ world, scope, path }) => {
      const session = findSession(world, scope, path("id"));
      assertOpen(session, "expired");
      expireSession(world, session);
      return session;
    },
  ),
];
