/** PaymentIntents: the intention to take an amount once, through as many attempts as it needs. */
import type Stripe from "stripe";
import { demandChargeable } from "../money/currency";
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
import { invalid } from "../wire/refusal";
import { findCustomer } from "./customers";
import { confirmIntent, methodFor } from "./payment-confirmation";
import { cancelIntent, createIntent, findIntent } from "./payment-intent-object";

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
  if (params.confirm) methodFor(world, scope, params); // before anything is made
  const intent = createIntent(world, scope, params);
  if (params.automatic_payment_methods) intent.automatic_payment_methods = { enabled: true };
  if (params.confirm) return confirmIntent(world, scope, intent, params);
  return world.tables.payment_intents.save(intent);
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
      return confirmIntent(world, scope, intent, params);
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
