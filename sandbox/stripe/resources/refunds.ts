/**
 * Refunds: money back to the card it came from. A refund of a charge that has not settled takes the money while it is
 * pending; otherwise the available balance has to cover it, and a refund it does not cover waits until it does.
 */
import type Stripe from "stripe";
import { PLATFORM, type Scope } from "../keep/table";
import { cardOf } from "../money/cards";
import { demandPositive, shown } from "../money/currency";
import { move, stillPendingUntil } from "../money/transactions";
import { emit } from "../webhooks/emit";
import { type Call, endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { mergeMetadata } from "../wire/metadata";
import {
  boolean,
  currency,
  emptyable,
  expand,
  integer,
  metadata,
  oneOf,
  page,
  range,
  text,
} from "../wire/params";
import { invalid, missing } from "../wire/refusal";
import { idOf, type World } from "../world";
import { findCharge } from "./charges";
import { findIntent } from "./payment-intents";

const DAY_MS = 86_400_000;

export function findRefund(world: World, scope: Scope, id: string, param = "id"): Stripe.Refund {
  const refund = world.tables.refunds.within(scope, id);
  if (!refund) throw missing("refund", id, param);
  return refund;
}

function chargeToRefund({ world, scope }: Call, params: Stripe.RefundCreateParams): Stripe.Charge {
  if (params.charge && params.payment_intent)
    throw invalid("You may only specify one of these parameters: charge, payment_intent.");
  if (params.charge) return findCharge(world, scope, params.charge, "charge");
  if (!params.payment_intent)
    throw invalid(
      "One of the following params should be provided for this request: payment_intent or charge.",
      {
        code: "parameter_missing",
      },
    );
  const intent = findIntent(world, scope, params.payment_intent, "payment_intent");
  const charge_id = idOf(intent.latest_charge);
  if (intent.status !== "succeeded" || !charge_id)
    throw invalid(
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund. Its status is ${intent.status}.`,
      { code: "payment_intent_unexpected_state", param: "payment_intent" },
    );
  return findCharge(world, scope, charge_id);
}

function demandRefundable(charge: Stripe.Charge, amount_minor: number): void {
  const { id } = charge;
  if (charge.status === "failed" || !charge.paid)
    throw invalid(`Charge ${id} is not paid, so it cannot be refunded.`, {
      code: "charge_not_refundable",
      charge: id,
    });
  if (charge.disputed)
    throw invalid(`Charge ${id} has been charged back; cannot issue a refund.`, {
      code: "charge_disputed",
      charge: id,
    });
  const left_minor = charge.amount - charge.amount_refunded;
  if (left_minor === 0)
    throw invalid(`Charge ${id} has already been refunded.`, { code: "charge_already_refunded", charge: id });
  if (amount_minor > left_minor)
    throw invalid(
      `Refund amount (${shown(amount_minor, charge.currency)}) is greater than unrefunded amount on charge (${shown(left_minor, charge.currency)})`,
      { param: "amount" },
    );
}

function createRefund(call: Call, params: Stripe.RefundCreateParams): object {
  const { world, scope } = call;
  const charge = chargeToRefund(call, params);
  const amount_minor = params.amount ?? charge.amount - charge.amount_refunded;
  if (params.amount !== undefined) demandPositive(params.amount);
  demandRefundable(charge, amount_minor);
  const refund: Stripe.Refund = {
    id: world.newId("re"),
    object: "refund",
    amount: amount_minor,
    balance_transaction: null,
    charge: charge.id,
    created: world.now_s(),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: {
      card: { type: "refund", reference_status: "pending", reference_type: "acquirer_reference_number" },
      type: "card",
    },
    metadata: mergeMetadata({}, params.metadata),
    payment_intent: idOf(charge.payment_intent) ?? null,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: "succeeded",
    transfer_reversal: null,
  };
  charge.amount_refunded += amount_minor;
  charge.refunded = charge.amount_refunded === charge.amount;
  world.tables.charges.save(charge);
  if (isCovered(world, scope, charge, amount_minor)) pay(world, scope, refund, charge);
  else {
    refund.status = "pending";
    refund.pending_reason = "insufficient_funds";
  }
  world.tables.refunds.insert(scope, refund);
  emit(world, "refund.created", refund, { scope });
  emit(world, "charge.refunded", charge, { scope });
  return refund;
}

/**
 * A charge still settling is refunded out of what is pending; a settled one out of what is available. Stripe keeps its
 * fee on a refund, so the money of a charge alone never covers its whole refund: for the fees, and only for them, the
 * balance may go below zero, and Stripe debits the platform's bank.
 */
function isCovered(world: World, scope: Scope, charge: Stripe.Charge, amount_minor: number): boolean {
  const { available_minor, pending_minor, fees_minor } = world.balances.of(scope, charge.currency);
  const settling = stillPendingUntil(world, idOf(charge.balance_transaction)) !== undefined;
  return amount_minor <= available_minor + fees_minor + (settling ? pending_minor : 0);
}

/** Takes the money for `refund` and decides what the bank will make of it. */
function pay(world: World, scope: Scope, refund: Stripe.Refund, charge: Stripe.Charge): void {
  refund.pending_reason = undefined;
  refund.balance_transaction = move(world, scope, {
    type: "refund",
    amount_minor: -refund.amount,
    currency: refund.currency,
    source: refund.id,
    available_on: stillPendingUntil(world, idOf(charge.balance_transaction)),
    description: "REFUND FOR CHARGE",
  }).id;
  const fate = cardOf(world.tables.payment_methods.get(charge.payment_method ?? ""))?.fate;
  const struck = world.faults.strike(["refund_fails", "refund_pending"])?.kind ?? fate;
  refund.status = struck === "refund_pending" ? "pending" : "succeeded";
  if (refund.status === "pending") refund.pending_reason = "processing";
  if (struck !== "refund_fails" && struck !== "refund_pending") return;
  const due_ms = world.now_ms() + DAY_MS;
  arm(
    world,
    world.tables.refund_fates.insert(scope, { id: refund.id, fails: struck === "refund_fails", due_ms }),
  );
}

/** What a bank will say of a refund later. One that fails looks like it succeeded until then, as at Stripe. */
export type RefundFate = { id: string; fails: boolean; due_ms: number };

function arm(world: World, fate: RefundFate): void {
  world.agenda.at(fate.due_ms, () => finishRefund(world, fate.id, fate.fails ? "failed" : "succeeded"));
}

/** Takes up the refunds that a bank was still deciding when the stand-in ended. */
export function resumeRefunds(world: World): void {
  for (const fate of world.tables.refund_fates.everything()) arm(world, fate);
}

/** What the bank said: a refund that failed gives its money back to the balance. */
export function finishRefund(world: World, id: string, outcome: "succeeded" | "failed"): void {
  const refund = world.tables.refunds.get(id);
  if (!refund || refund.status === "failed" || refund.status === "canceled") return;
  if (outcome === "succeeded" && refund.status !== "pending") return;
  const scope = world.tables.refunds.scopeOf(id)!;
  world.tables.refund_fates.forget(id);
  refund.status = outcome;
  refund.pending_reason = undefined;
  if (outcome === "failed") giveBack(world, scope, refund);
  world.tables.refunds.save(refund);
  if (outcome === "failed") emit(world, "refund.failed", refund, { scope });
  emit(world, "refund.updated", refund, { scope });
  emit(world, "charge.refund.updated", refund, { scope });
}

function giveBack(world: World, scope: Scope, refund: Stripe.Refund): void {
  refund.failure_reason = "expired_or_canceled_card";
  const charge = world.tables.charges.get(idOf(refund.charge)!)!;
  charge.amount_refunded -= refund.amount;
  charge.refunded = false;
  world.tables.charges.save(charge);
  if (!refund.balance_transaction) return; // it had not been paid for yet
  refund.failure_balance_transaction = move(world, scope, {
    type: "refund_failure",
    amount_minor: refund.amount,
    currency: refund.currency,
    source: refund.id,
    available_on: stillPendingUntil(world, idOf(refund.balance_transaction)),
    description: "REFUND FAILURE FOR CHARGE",
  }).id;
}

/** Pays the refunds that waited for money, oldest first, as far as the balance reaches. */
export function payWaitingRefunds(world: World, currency_code: string): void {
  for (const refund of world.tables.refunds.all(PLATFORM, "waiting", currency_code)) {
    const charge = world.tables.charges.get(idOf(refund.charge)!)!;
    if (!isCovered(world, PLATFORM, charge, refund.amount)) return;
    pay(world, PLATFORM, refund, charge);
    world.tables.refunds.save(refund);
    emit(world, "refund.updated", refund);
    emit(world, "charge.refund.updated", refund);
  }
}

function cancelRefund({ world, scope, path }: Call): object {
  const refund = findRefund(world, scope, path.id!);
  throw invalid(
    `This refund (${refund.id}) cannot be canceled: only refunds that require action from the customer can be.`,
  );
}

export const refundEndpoints = [
  endpoint<Stripe.RefundCreateParams>(
    "POST",
    "/v1/refunds",
    {
      amount: integer,
      charge: text,
      currency,
      customer: text,
      expand,
      instructions_email: text,
      metadata,
      origin: text,
      payment_intent: text,
      reason: oneOf("duplicate", "fraudulent", "requested_by_customer"),
      refund_application_fee: boolean,
      reverse_transfer: boolean,
    },
    createRefund,
  ),
  endpoint<Stripe.RefundListParams>(
    "GET",
    "/v1/refunds",
    { ...page, charge: text, created: range, payment_intent: text },
    ({ world, scope }, params) =>
      listPage<Stripe.Refund>(
        {
          table: world.tables.refunds,
          scope,
          by: params.charge
            ? ["charge", params.charge]
            : params.payment_intent
              ? ["payment_intent", params.payment_intent]
              : undefined,
          where: (refund) => !params.payment_intent || refund.payment_intent === params.payment_intent,
          url: "/v1/refunds",
          thing: "refund",
        },
        params,
      ),
  ),
  endpoint<Stripe.RefundRetrieveParams>("GET", "/v1/refunds/:id", { expand }, ({ world, scope, path }) =>
    findRefund(world, scope, path.id!),
  ),
  endpoint<Stripe.RefundUpdateParams>(
    "POST",
    "/v1/refunds/:id",
    { expand, metadata: emptyable(metadata) },
    ({ world, scope, path }, params) => {
      const refund = findRefund(world, scope, path.id!);
      refund.metadata = mergeMetadata(refund.metadata ?? {}, params.metadata);
      world.tables.refunds.save(refund);
      emit(world, "refund.updated", refund, { scope });
      return refund;
    },
  ),
  endpoint<Stripe.RefundCancelParams>("POST", "/v1/refunds/:id/cancel", { expand }, cancelRefund),
];
