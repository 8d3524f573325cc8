/** PaymentIntents: the intention to take an amount once, through as many attempts as it needs. */
import type Stripe from "stripe";
import type { Scope } from "../keep/table";
import { cardOf, findCard, keepCard, type TestCard } from "../money/cards";
import { demandChargeable } from "../money/currency";
import { emit } from "../webhooks/emit";
import { type Call, endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { mergeMetadata } from "../wire/metadata";
import {
  anything,
  boolean,
  currency,
  emptyable,
  expand,
  integer,
  metadata,
  oneOf,
  page,
  range,
  required,
  text,
} from "../wire/params";
import { invalid, missing, StripeRefusal } from "../wire/refusal";
import { idOf, type World } from "../world";
import { findCustomer } from "./customers";
import { attemptPayment } from "./payments";

export function findIntent(world: World, scope: Scope, id: string, param = "id"): Stripe.PaymentIntent {
  const intent = world.tables.payment_intents.within(scope, id);
  if (!intent) throw missing("payment_intent", id, param);
  return intent;
}

export type NewIntent = Pick<
  Stripe.PaymentIntentCreateParams,
  "amount" | "currency" | "customer" | "description" | "metadata" | "receipt_email" | "transfer_group"
> & { payment_method_types?: string[] };

export function createIntent(world: World, scope: Scope, params: NewIntent): Stripe.PaymentIntent {
  const id = world.newId("pi");
  const intent: Stripe.PaymentIntent = {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: params.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: `${id}_secret_${world.newId("s").slice(2)}`,
    confirmation_method: "automatic",
    created: world.now_s(),
    currency: params.currency,
    customer: params.customer ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: mergeMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" },
    },
    payment_method_types: params.payment_method_types ?? ["card"],
    payment_record: null,
    processing: null,
    receipt_email: params.receipt_email || null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: params.transfer_group ?? null,
  };
  world.tables.payment_intents.insert(scope, intent);
  emit(world, "payment_intent.created", intent, { scope });
  return intent;
}

export function cancelIntent(
  world: World,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): void {
  intent.status = "canceled";
  intent.canceled_at = world.now_s();
  intent.cancellation_reason = reason;
  intent.next_action = null;
  world.tables.payment_intents.save(intent);
  emit(world, "payment_intent.canceled", intent, { scope: world.tables.payment_intents.scopeOf(intent.id) });
}

type Confirmation = { payment_method?: string; confirmation_token?: string };

/** The method and card that a confirmation names: a test token, or a method kept from before. */
function methodFor(
  world: World,
  scope: Scope,
  intent: Stripe.PaymentIntent | undefined,
  params: Confirmation,
): { card: TestCard; keep: () => Stripe.PaymentMethod } {
  const name = params.payment_method ?? idOf(intent?.payment_method);
  if (!name)
    throw invalid(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      { code: "payment_intent_unexpected_state" },
    );
  const token = findCard(name);
  if (token) return { card: token, keep: () => keepCard(world, scope, token) };
  const method = world.tables.payment_methods.within(scope, name);
  const card = cardOf(method);
  if (!method || !card) throw missing("PaymentMethod", name, "payment_method");
  return { card, keep: () => method };
}

function confirm(world: World, scope: Scope, intent: Stripe.PaymentIntent, params: Confirmation): object {
  const { card, keep } = methodFor(world, scope, intent, params);
  const method = keep();
  const outcome = attemptPayment(world, scope, intent, { method, card });
  if (outcome === "failed" && card.decline)
    throw new StripeRefusal(402, {
      type: "card_error",
      code: card.decline.code,
      ...(card.decline.decline_code ? { decline_code: card.decline.decline_code } : {}),
      message: card.decline.message,
      ...(intent.latest_charge ? { charge: idOf(intent.latest_charge) } : {}),
      payment_intent: structuredClone(intent),
      payment_method: method,
    });
  return intent;
}

function postIntent({ world, scope }: Call, params: Stripe.PaymentIntentCreateParams): object {
  demandChargeable(params.amount, params.currency);
  if (params.customer) findCustomer(world, scope, params.customer, "customer");
  if (params.capture_method === "manual")
    throw invalid(
      "This sandbox captures payments at once: capture_method must be automatic or automatic_async",
      {
        param: "capture_method",
      },
    );
  if (params.confirm) {
    methodFor(world, scope, undefined, params);
    if (params.error_on_requires_action && methodFor(world, scope, undefined, params).card.challenge)
      throw authenticationRequired();
  }
  const intent = createIntent(world, scope, params);
  if (params.automatic_payment_methods) intent.automatic_payment_methods = { enabled: true };
  if (params.confirm) return confirm(world, scope, intent, params);
  return world.tables.payment_intents.save(intent);
}

function authenticationRequired(): StripeRefusal {
  return new StripeRefusal(402, {
    type: "card_error",
    code: "authentication_required",
    decline_code: "authentication_required",
    message: "Your card was declined. This transaction requires authentication.",
  });
}

const CONFIRMABLE = ["requires_payment_method", "requires_confirmation", "requires_action"];

function demandState(intent: Stripe.PaymentIntent, states: string[], doing: string): void {
  if (states.includes(intent.status)) return;
  throw invalid(
    `You cannot ${doing} this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be ${doing === "cancel" ? "canceled" : `${doing}ed`}: ${states.join(", ")}.`,
    { code: "payment_intent_unexpected_state" },
  );
}

function updateIntent({ world, scope, path }: Call, params: Stripe.PaymentIntentUpdateParams): object {
  const intent = findIntent(world, scope, path.id!);
  if (params.amount !== undefined || params.currency !== undefined) {
    demandState(intent, CONFIRMABLE, "update");
    demandChargeable(params.amount ?? intent.amount, params.currency ?? intent.currency);
  }
  if (params.customer) findCustomer(world, scope, params.customer, "customer");
  intent.amount = params.amount ?? intent.amount;
  intent.currency = params.currency ?? intent.currency;
  intent.metadata = mergeMetadata(intent.metadata, params.metadata);
  intent.customer = params.customer ?? intent.customer;
  if (params.description !== undefined) intent.description = params.description || null;
  if (params.receipt_email !== undefined) intent.receipt_email = params.receipt_email || null;
  if (params.transfer_group !== undefined) intent.transfer_group = params.transfer_group;
  return world.tables.payment_intents.save(intent);
}

const changeable = {
  allowed_payment_method_types: anything,
  amount_details: anything,
  capture_method: oneOf("automatic", "automatic_async", "manual"),
  excluded_payment_method_types: anything,
  expand,
  hooks: anything,
  payment_details: anything,
  payment_method: text,
  payment_method_data: anything,
  payment_method_options: anything,
  receipt_email: emptyable(text),
  setup_future_usage: emptyable(text),
  shipping: anything,
};
const confirmable = {
  confirmation_token: text,
  error_on_requires_action: boolean,
  mandate: text,
  mandate_data: anything,
  off_session: anything,
  radar_options: anything,
  return_url: text,
  use_stripe_sdk: boolean,
};
const described = {
  application_fee_amount: integer,
  customer: text,
  customer_account: text,
  description: emptyable(text),
  metadata,
  payment_method_configuration: text,
  statement_descriptor: text,
  statement_descriptor_suffix: text,
  transfer_data: anything,
  transfer_group: text,
};

export const paymentIntentEndpoints = [
  endpoint<Stripe.PaymentIntentCreateParams>(
    "POST",
    "/v1/payment_intents",
    {
      ...changeable,
      ...confirmable,
      ...described,
      amount: required(integer),
      automatic_payment_methods: anything,
      confirm: boolean,
      confirmation_method: oneOf("automatic", "manual"),
      currency: required(currency),
      on_behalf_of: text,
    },
    postIntent,
  ),
  endpoint<Stripe.PaymentIntentListParams>(
    "GET",
    "/v1/payment_intents",
    { ...page, created: range, customer: text, customer_account: text },
    ({ world, scope }, params) =>
      listPage(
        {
          table: world.tables.payment_intents,
          scope,
          by: params.customer ? ["customer", params.customer] : undefined,
          url: "/v1/payment_intents",
          thing: "payment_intent",
        },
        params,
      ),
  ),
  endpoint<{ client_secret?: string; expand?: string[] }>(
    "GET",
    "/v1/payment_intents/:id",
    { client_secret: text, expand },
    ({ world, scope, path }) => findIntent(world, scope, path.id!),
  ),
  endpoint<Stripe.PaymentIntentUpdateParams>(
    "POST",
    "/v1/payment_intents/:id",
    { ...changeable, ...described, amount: integer, currency },
    updateIntent,
  ),
  endpoint<Stripe.PaymentIntentConfirmParams>(
    "POST",
    "/v1/payment_intents/:id/confirm",
    { ...changeable, ...confirmable, amount_to_confirm: integer },
    ({ world, scope, path }, params) => {
      const intent = findIntent(world, scope, path.id!);
      demandState(intent, CONFIRMABLE, "confirm");
      return confirm(world, scope, intent, params);
    },
  ),
  endpoint<Stripe.PaymentIntentCancelParams>(
    "POST",
    "/v1/payment_intents/:id/cancel",
    { cancellation_reason: oneOf("abandoned", "duplicate", "fraudulent", "requested_by_customer"), expand },
    ({ world, scope, path }, params) => {
      const intent = findIntent(world, scope, path.id!);
      demandState(intent, [...CONFIRMABLE, "requires_capture", "processing"], "cancel");
      cancelIntent(world, intent, params.cancellation_reason ?? null);
      return intent;
    },
  ),
];
