/** PaymentIntents over the API. Checkout Sessions make and confirm them; the API only reads them. */
import type Stripe from "stripe";
import { endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { expand, page, range, text } from "../wire/params";
import { findIntent } from "./payment-intent-object";

export const paymentIntentEndpoints = [
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
    ({ world, scope, path }) => findIntent(world, scope, path("id")),
  ),
];
