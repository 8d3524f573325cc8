/** Charges: one attempt to take money from a card, and the payments that transfers become on connected accounts. */
import type Stripe from "stripe";
import { emit } from "../webhooks/emit";
import { type Call, endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { mergeMetadata } from "../wire/metadata";
import { anything, emptyable, expand, metadata, page, range, text } from "../wire/params";
import { findCharge } from "./charge-object";

function updateCharge({ world, scope, path }: Call, params: Stripe.ChargeUpdateParams): object {
  const charge = findCharge(world, scope, path.id!);
  charge.metadata = mergeMetadata(charge.metadata, params.metadata);
  if (params.description !== undefined) charge.description = params.description || null;
  if (params.receipt_email !== undefined) charge.receipt_email = params.receipt_email || null;
  if (params.transfer_group !== undefined) charge.transfer_group = params.transfer_group;
  world.tables.charges.save(charge);
  emit(world, "charge.updated", charge, { scope });
  return charge;
}

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
    findCharge(world, scope, path.id!),
  ),
  endpoint<Stripe.ChargeUpdateParams>(
    "POST",
    "/v1/charges/:id",
    {
      customer: text,
      description: emptyable(text),
      expand,
      fraud_details: anything,
      metadata,
      receipt_email: emptyable(text),
      shipping: anything,
      transfer_group: text,
    },
    updateCharge,
  ),
];
