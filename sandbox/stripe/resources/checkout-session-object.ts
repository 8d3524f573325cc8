/** What a Checkout Session looks like, and its line items. */
import type Stripe from "stripe";
import type { Scope } from "../keep/table";
import { mergeMetadata } from "../wire/metadata";
import { missing } from "../wire/refusal";
import type { World } from "../world";
import type { WireLineItem } from "./checkout-tickets";

export function findSession(world: World, scope: Scope, id: string, param = "id"): Stripe.Checkout.Session {
  const session = world.tables.sessions.within(scope, id);
  if (!session) throw missing("checkout.session", id, param);
  return session;
}

export function newSession(
  world: World,
  params: Stripe.Checkout.SessionCreateParams,
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
