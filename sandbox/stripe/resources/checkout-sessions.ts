/** Checkout Sessions in payment mode: an amount, a page to pay it on, and where to go afterwards. */
import type Stripe from "stripe";
import type { Scope } from "../keep/table";
import { demandChargeable } from "../money/currency";
import { type Call, endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { mergeMetadata } from "../wire/metadata";
import {
  anything,
  boolean,
  currency,
  expand,
  fields,
  integer,
  listOf,
  metadata,
  oneOf,
  page,
  range,
  text,
  timestamp,
} from "../wire/params";
import { invalid, missing } from "../wire/refusal";
import type { World } from "../world";
import { lineItemRules, readLineItems } from "./checkout-line-items";
import { armExpiry, demandOpen, expireSession } from "./checkout-pay";
import type { WireLineItem } from "./checkout-tickets";
import { findCustomer } from "./customers";

const SHORTEST_S = 30 * 60;
const LONGEST_S = 24 * 3600;

type Create = Stripe.Checkout.SessionCreateParams;

export function findSession(world: World, scope: Scope, id: string, param = "id"): Stripe.Checkout.Session {
  const session = world.tables.sessions.within(scope, id);
  if (!session) throw missing("checkout.session", id, param);
  return session;
}

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

function demandSupported(params: Create): void {
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
  demandSupported(params);
  const expires_at = readExpiry(world, params.expires_at);
  if (params.customer) findCustomer(world, scope, params.customer, "customer");
  const line_items = readLineItems(world, need(params.line_items, "line_items"));
  const total_minor = line_items.reduce((sum, item) => sum + item.amount_total, 0);
  const currency_code = line_items[0]!.currency;
  demandChargeable(total_minor, currency_code, "line_items");
  const session = newSession(world, params, { expires_at, total_minor, currency: currency_code });
  const { description, receipt_email, transfer_group, metadata: about } = params.payment_intent_data ?? {};
  world.tables.tickets.insert(scope, {
    id: session.id,
    line_items,
    pictures: params.line_items!.map((item) => item.price_data?.product_data?.images?.[0] ?? null),
    intent: { description, receipt_email, transfer_group, metadata: about },
  });
  world.tables.sessions.insert(scope, session);
  armExpiry(world, session);
  return session;
}

function newSession(
  world: World,
  params: Create,
  { expires_at, total_minor, currency }: { expires_at: number; total_minor: number; currency: string },
): Stripe.Checkout.Session {
  const id = world.newId("cs_test");
  return {
    id,
    object: "checkout.session",
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: total_minor,
    amount_total: total_minor,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: world.now_s(),
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: params.customer ?? null,
    customer_account: null,
    customer_creation: params.customer ? null : (params.customer_creation ?? "if_required"),
    customer_details: null,
    customer_email: params.customer_email ?? null,
    discounts: [],
    expires_at,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: params.locale ?? null,
    managed_payments: null,
    metadata: mergeMetadata({}, params.metadata),
    mode: "payment",
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: "if_required",
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: "automatic" } },
    payment_method_types: ["card"],
    payment_status: "unpaid",
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: "open",
    submit_type: params.submit_type ?? null,
    subscription: null,
    success_url: params.success_url ?? null,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: "hosted_page",
    url: `${world.context.url}/pay/${id}`,
    wallet_options: null,
  };
}

/** The line items of a session as a list of their own. */
export function lineItemsOf(
  world: World,
  session_id: string,
  limit = 10,
  after?: string,
): Stripe.ApiList<WireLineItem> {
  const items = world.tables.tickets.get(session_id)?.line_items ?? [];
  const start = after ? items.findIndex((item) => item.id === after) + 1 : 0;
  return {
    object: "list",
    data: items.slice(start, start + limit),
    has_more: items.length > start + limit,
    url: `/v1/checkout/sessions/${session_id}/line_items`,
  };
}

const intentData = fields<Stripe.Checkout.SessionCreateParams.PaymentIntentData>({
  application_fee_amount: integer,
  capture_method: oneOf("automatic", "automatic_async"),
  description: text,
  metadata,
  on_behalf_of: text,
  receipt_email: text,
  setup_future_usage: text,
  shipping: anything,
  statement_descriptor: text,
  statement_descriptor_suffix: text,
  transfer_data: anything,
  transfer_group: text,
});

const createRules = {
  adaptive_pricing: anything,
  after_expiration: anything,
  allow_promotion_codes: boolean,
  allowed_payment_method_types: anything,
  automatic_tax: anything,
  billing_address_collection: oneOf("auto", "required"),
  branding_settings: anything,
  cancel_url: text,
  client_reference_id: text,
  consent_collection: anything,
  currency,
  custom_fields: anything,
  custom_text: anything,
  customer: text,
  customer_account: text,
  customer_creation: oneOf("always", "if_required"),
  customer_email: text,
  customer_update: anything,
  discounts: anything,
  excluded_payment_method_types: anything,
  expand,
  expires_at: timestamp,
  integration_identifier: text,
  invoice_creation: anything,
  line_items: listOf(fields<Stripe.Checkout.SessionCreateParams.LineItem>(lineItemRules)),
  locale: text,
  managed_payments: anything,
  metadata,
  mode: oneOf("payment", "setup", "subscription"),
  name_collection: anything,
  optional_items: anything,
  origin_context: text,
  payment_intent_data: intentData,
  payment_method_collection: oneOf("always", "if_required"),
  payment_method_configuration: text,
  payment_method_data: anything,
  payment_method_options: anything,
  permissions: anything,
  phone_number_collection: anything,
  redirect_on_completion: text,
  return_url: text,
  saved_payment_method_options: anything,
  setup_intent_data: anything,
  shipping_address_collection: anything,
  shipping_options: anything,
  submit_type: oneOf("auto", "book", "donate", "pay", "subscribe"),
  subscription_data: anything,
  success_url: text,
  tax_id_collection: anything,
  ui_mode: oneOf("elements", "embedded_page", "form", "hosted_page"),
  wallet_options: anything,
};

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
    ({ world, scope, path }) => findSession(world, scope, path.id!),
  ),
  endpoint<Pick<Stripe.Checkout.SessionUpdateParams, "metadata" | "expand">>(
    "POST",
    "/v1/checkout/sessions/:id",
    { metadata, expand },
    ({ world, scope, path }, params) => {
      const session = findSession(world, scope, path.id!);
      session.metadata = mergeMetadata(session.metadata ?? {}, params.metadata);
      return world.tables.sessions.save(session);
    },
  ),
  endpoint<Stripe.Checkout.SessionExpireParams>(
    "POST",
    "/v1/checkout/sessions/:id/expire",
    { expand },
    ({ world, scope, path }) => {
      const session = findSession(world, scope, path.id!);
      demandOpen(session, "expired");
      expireSession(world, session);
      return session;
    },
  ),
  endpoint<Stripe.Checkout.SessionListLineItemsParams>(
    "GET",
    "/v1/checkout/sessions/:id/line_items",
    page,
    ({ world, scope, path }, params) => {
      const session = findSession(world, scope, path.id!);
      return lineItemsOf(world, session.id, params.limit, params.starting_after);
    },
  ),
];
