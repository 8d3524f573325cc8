/** Charges: one attempt to take money from a card, and the payments that transfers become on connected accounts. */
import type Stripe from "stripe";
import { type Call, endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { expand, page, range, text } from "../wire/params";
import { findCharge } from "./charge-object";

function listCharges({ world, scope }: Call, params: Stripe.ChargeListParams): object {
  const { payment_intent, transfer_group, customer } = params;
  const by = payment_intent
    ? (["payment_intent", payment_intent] as [string, string])
    : transfer_group
      ? (["transfer_group", transfer_group] as [string, string])
      : customer
        ? (["customer", customer] as [string, string])
        : undefined;
  return listPage<Stripe.Charge>(
    {
      table: world.tables.charges,
      scope,
      by,
      where: (charge) =>
        (!transfer_group || charge.transfer_group === transfer_group) &&
        (!customer || charge.customer === customer),
      url: "/v1/charges",
      thing: "charge",
    },
    params,
  );
}

export const chargeEndpoints = [
  endpoint<Stripe.ChargeListParams>(
    "GET",
    "/v1/charges",
    { ...page, created: range, customer: text, payment_intent: text, transfer_group: text },
    listCharges,
  ),
  endpoint<Stripe.ChargeRetrieveParams>("GET", "/v1/charges/:id", { expand }, ({ world, scope, path }) =>
    findCharge(world, scope, path("id")),
  ),
];
