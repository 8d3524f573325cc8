/** Transfer reversals: money back from a connected account, as far as that account's balance reaches. */

import type Stripe from "stripe";
import { known } from "../../frame/known";
import { PLATFORM } from "../keep/table";
import { assertPositive, shown } from "../money/currency";
import { recordTransaction, stillPendingUntil } from "../money/transactions";
import { emit } from "../webhooks/emit";
import { type Call, endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { mergeMetadata } from "../wire/metadata";
import { boolean, emptyable, expand, integer, metadata, page, text } from "../wire/params";
import { invalid, missing } from "../wire/refusal";
import { idOf, type World } from "../world";
import { findTransfer } from "./transfers";

function findReversal(world: World, transfer_id: string, id: string): Stripe.TransferReversal {
  const reversal = world.tables.reversals.get(id);
  if (!reversal || reversal.transfer !== transfer_id) throw missing("transfer reversal", id);
  return reversal;
}

function assertReversible(world: World, transfer: Stripe.Transfer, amount_minor: number): void {
  const left_minor = transfer.amount - transfer.amount_reversed;
  if (left_minor === 0) throw invalid(`Transfer ${transfer.id} is already fully reversed.`, { param: "id" });
  if (amount_minor > left_minor)
    throw invalid(
      `Transfer reversal amount (${shown(amount_minor, transfer.currency)}) is greater than unreversed amount on transfer (${shown(left_minor, transfer.currency)})`,
      { param: "amount" },
    );
  const account_id = known(idOf(transfer.destination), "the destination of a transfer");
  const { available_minor, pending_minor } = world.balances.of(account_id, transfer.currency);
  const within_minor =
    settlesOn(world, transfer) === undefined ? available_minor : available_minor + pending_minor;
  if (amount_minor > within_minor)
    throw invalid(
      `The recipient of the transfer has insufficient funds in their Stripe account to reverse ${shown(amount_minor, transfer.currency)}.`,
      { code: "balance_insufficient" },
    );
}

/** While the transferred money is still pending on the other side, what is taken back is pending as well. */
function settlesOn(world: World, transfer: Stripe.Transfer): number | undefined {
  const payment = world.tables.charges.get(idOf(transfer.destination_payment) ?? "");
  return stillPendingUntil(world, idOf(payment?.balance_transaction));
}

function createReversal({ world, path }: Call, params: Stripe.TransferCreateReversalParams): object {
  const transfer = findTransfer(world, path("transfer"));
  if (params.amount !== undefined) assertPositive(params.amount);
  const amount_minor = params.amount ?? transfer.amount - transfer.amount_reversed;
  assertReversible(world, transfer, amount_minor);
  const available_on = settlesOn(world, transfer);
  const reversal: Stripe.TransferReversal = {
    id: world.newId("trr"),
    object: "transfer_reversal",
    amount: amount_minor,
    balance_transaction: null,
    created: world.now_s(),
    currency: transfer.currency,
    destination_payment_refund: null,
    metadata: mergeMetadata({}, params.metadata),
    source_refund: null,
    transfer: transfer.id,
  };
  reversal.destination_payment_refund = takeBack(world, transfer, reversal, available_on);
  reversal.balance_transaction = recordTransaction(world, PLATFORM, {
    type: "transfer_refund",
    amount_minor,
    currency: transfer.currency,
    source: reversal.id,
    available_on,
    description: params.description ?? `REFUND FOR TRANSFER (${transfer.id})`,
  }).id;
  world.tables.reversals.insert(PLATFORM, reversal);
  transfer.amount_reversed += amount_minor;
  transfer.reversed = transfer.amount_reversed === transfer.amount;
  transfer.reversals.data = world.tables.reversals
    .all(PLATFORM, "transfer", transfer.id)
    .reverse()
    .slice(0, 10);
  world.tables.transfers.save(transfer);
  emit(world, "transfer.reversed", transfer);
  return reversal;
}

/** The refund of the payment on the connected account's side. Returns its id. */
function takeBack(
  world: World,
  transfer: Stripe.Transfer,
  reversal: Stripe.TransferReversal,
  available_on: number | undefined,
): string {
  const account_id = known(idOf(transfer.destination), "the destination of a transfer");
  const payment = world.tables.charges.known(idOf(transfer.destination_payment));
  const refund: Stripe.Refund = {
    id: world.newId("pyr"),
    object: "refund",
    amount: reversal.amount,
    balance_transaction: null,
    charge: payment.id,
    created: reversal.created,
    currency: reversal.currency,
    customer: null,
    customer_account: null,
    metadata: {},
    payment_intent: null,
    payment_method: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: reversal.id,
    status: "succeeded",
    transfer_reversal: null,
  };
  refund.balance_transaction = recordTransaction(world, account_id, {
    type: "payment_refund",
    amount_minor: -reversal.amount,
    currency: reversal.currency,
    source: refund.id,
    available_on,
    description: "REFUND FOR PAYMENT",
  }).id;
  world.tables.refunds.insert(account_id, refund);
  payment.amount_refunded += reversal.amount;
  payment.refunded = payment.amount_refunded === payment.amount;
  world.tables.charges.save(payment);
  return refund.id;
}

export const reversalEndpoints = [
  endpoint<Stripe.TransferCreateReversalParams>(
    "POST",
    "/v1/transfers/:transfer/reversals",
    {
      amount: integer,
      description: text,
      expand,
      metadata: emptyable(metadata),
      refund_application_fee: boolean,
    },
    createReversal,
  ),
  endpoint<Stripe.TransferListReversalsParams>(
    "GET",
    "/v1/transfers/:transfer/reversals",
    page,
    ({ world, path }, params) => {
      const transfer = findTransfer(world, path("transfer"));
      return listPage(
        {
          table: world.tables.reversals,
          scope: PLATFORM,
          by: ["transfer", transfer.id],
          url: `/v1/transfers/${transfer.id}/reversals`,
          thing: "transfer reversal",
        },
        params,
      );
    },
  ),
  endpoint<Stripe.TransferRetrieveReversalParams>(
    "GET",
    "/v1/transfers/:transfer/reversals/:id",
    { expand },
    ({ world, path }) => findReversal(world, path("transfer"), path("id")),
  ),
];
