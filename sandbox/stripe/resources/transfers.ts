/**
 * Transfers: from the platform to a connected account. Tied to a charge (`source_transaction`) a transfer is made at once
 * and its money becomes available together with the charge's; without one the available balance has to cover it.
 */

import type Stripe from "stripe";
import { known } from "../../frame/known";
import { PLATFORM } from "../keep/table";
import { assertPositive } from "../money/currency";
import { recordTransaction, stillPendingUntil } from "../money/transactions";
import { emit } from "../webhooks/emit";
import { type Call, endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { mergeMetadata } from "../wire/metadata";
import { currency, expand, integer, metadata, oneOf, page, range, required, text } from "../wire/params";
import { invalid, missing } from "../wire/refusal";
import { idOf, type StoredAccount, type World } from "../world";
import { blankCharge } from "./charge-object";
import { assertBalance, assertDestination, assertSource, insufficient } from "./transfer-guards";

export function findTransfer(world: World, id: string, param = "id"): Stripe.Transfer {
  const transfer = world.tables.transfers.within(PLATFORM, id);
  if (!transfer) throw missing("transfer", id, param);
  return transfer;
}

function createTransfer({ world, scope }: Call, params: Stripe.TransferCreateParams): object {
  if (scope !== PLATFORM)
    throw invalid("A connected account cannot make transfers.", { code: "transfers_not_allowed" });
  if (params.amount !== undefined) assertPositive(params.amount);
  if (params.amount === undefined && !params.source_transaction)
    throw invalid("Missing required param: amount.", { code: "parameter_missing", param: "amount" });
  const account = assertDestination(world, params.destination);
  const charge = params.source_transaction ? assertSource(world, params) : undefined;
  const amount_minor = params.amount ?? known(charge, "the charge of a transfer").amount;
  if (world.faults.strike(["balance_insufficient"], { method: "POST", path: "/v1/transfers" }))
    throw insufficient();
  if (!charge) assertBalance(world, amount_minor, params.currency);
  const transfer = newTransfer(world, params, amount_minor, charge);
  const available_on = stillPendingUntil(world, idOf(charge?.balance_transaction));
  const route = { amount_minor, currency: params.currency, available_on };
  transfer.balance_transaction = recordTransaction(world, PLATFORM, {
    ...route,
    type: "transfer",
    amount_minor: -amount_minor,
    source: transfer.id,
    description: transfer.description,
  }).id;
  transfer.destination_payment = arrive(world, account, transfer, available_on);
  world.tables.transfers.insert(PLATFORM, transfer);
  emit(world, "transfer.created", transfer);
  return transfer;
}

function newTransfer(
  world: World,
  params: Stripe.TransferCreateParams,
  amount_minor: number,
  charge: Stripe.Charge | undefined,
): Stripe.Transfer {
  const id = world.newId("tr");
  return {
    id,
    object: "transfer",
    amount: amount_minor,
    amount_reversed: 0,
    balance_transaction: null,
    created: world.now_s(),
    currency: params.currency,
    description: params.description ?? null,
    destination: params.destination,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    reversals: { object: "list", data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: charge?.id ?? null,
    source_type: params.source_type ?? "card",
    transfer_group: params.transfer_group ?? groupOf(world, charge),
  };
}

/** Stripe gives a charge without a group one of its own as soon as a transfer is tied to it. */
function groupOf(world: World, charge: Stripe.Charge | undefined): string | null {
  if (!charge) return null;
  if (!charge.transfer_group) {
    charge.transfer_group = `group_${idOf(charge.payment_intent) ?? charge.id}`;
    world.tables.charges.save(charge);
  }
  return charge.transfer_group;
}

/** The payment that a transfer is on the other side. Returns its id. */
function arrive(
  world: World,
  account: StoredAccount,
  transfer: Stripe.Transfer,
  available_on: number | undefined,
): string {
  const payment: Stripe.Charge = {
    ...blankCharge(world, {
      prefix: "py",
      amount_minor: transfer.amount,
      currency: transfer.currency,
      status: "succeeded",
    }),
    payment_method_details: { type: "stripe_account", stripe_account: {} },
    source_transfer: transfer.id,
  };
  payment.balance_transaction = recordTransaction(world, account.id, {
    type: "payment",
    amount_minor: transfer.amount,
    currency: transfer.currency,
    source: payment.id,
    available_on,
    description: transfer.description,
  }).id;
  world.tables.charges.insert(account.id, payment);
  return payment.id;
}

export const transferEndpoints = [
  endpoint<Stripe.TransferCreateParams>(
    "POST",
    "/v1/transfers",
    {
      amount: integer,
      currency: required(currency),
      description: text,
      destination: required(text),
      expand,
      metadata,
      source_transaction: text,
      source_type: oneOf("bank_account", "card", "fpx"),
      transfer_group: text,
    },
    createTransfer,
  ),
  endpoint<Stripe.TransferListParams>(
    "GET",
    "/v1/transfers",
    { ...page, created: range, destination: text, transfer_group: text },
    ({ world, scope }, params) =>
      listPage<Stripe.Transfer>(
        {
          table: world.tables.transfers,
          scope,
          by: params.transfer_group
            ? ["transfer_group", params.transfer_group]
            : params.destination
              ? ["destination", params.destination]
              : undefined,
          where: (transfer) => !params.destination || transfer.destination === params.destination,
          url: "/v1/transfers",
          thing: "transfer",
        },
        params,
      ),
  ),
  endpoint<Stripe.TransferRetrieveParams>("GET", "/v1/transfers/:id", { expand }, ({ world, path }) =>
    findTransfer(world, path("id")),
  ),
  // Somebody who edits metadata in the dashboard: what the product looks transfers up by can be wrong.
  endpoint<Stripe.TransferUpdateParams>(
    "POST",
    "/v1/transfers/:id",
    { description: text, expand, metadata },
    ({ world, path }, params) => {
      const transfer = findTransfer(world, path("id"));
      if (params.description !== undefined) transfer.description = params.description || null;
      transfer.metadata = mergeMetadata(transfer.metadata, params.metadata);
      world.tables.transfers.save(transfer);
      emit(world, "transfer.updated", transfer);
      return transfer;
    },
  ),
];
