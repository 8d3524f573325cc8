/** Payment methods: what a payer paid with. They are made by paying; the API reads them. */
import type Stripe from "stripe";
import { endpoint } from "../wire/endpoint";
import { expand } from "../wire/params";
import { missing } from "../wire/refusal";

export const paymentMethodEndpoints = [
  endpoint<Stripe.PaymentMethodRetrieveParams>(
    "GET",
    "/v1/payment_methods/:id",
    { expand },
    ({ world, scope, path }) => {
      const method = world.tables.payment_methods.within(scope, path.id!);
      if (!method) throw missing("PaymentMethod", path.id!);
      return method;
    },
  ),
];
