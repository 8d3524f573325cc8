/**
 * Refunds: money back to the card it came from. A refund of a charge that has not settled takes the money while it is
 * pending; otherwise the available balance has to cover it, and a refund it does not cover waits until it does.
 */
import type Stripe from "stripe";
import type { Scope } from "../keep/table";
import { assertPositive, shown } from "../money/currency";
import { emit } from "../webhooks/emit";
import { type Call, endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { mergeMetadata } from "../wire/metadata";
import { boolean, currency, expand, integer, metadata, oneOf, page, range, text } from "../wire/params";
import { invalid, missing } from "../wire/refusal";
import { idOf, type World } from "../world";
import { findCharge } from "./charge-object";
import { findIntent } from "./payment-intent-object";
import { isCovered, pay } from "./refund-course";

function findRefund(world: World, scope: Scope, id: string, param = "id"): Stripe.Refund {
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

/** A dispute that the merchant won, or that ended as an inquiry, leaves the charge as it was. */
function isChargedBack(world: World, charge: Stripe.Charge): boolean {
  const scope = world.tables.charges.scopeOf(charge.id);
  return world.tables.disputes
    .all(scope, "charge", charge.id)
    .some(({ status }) => status !== "won" && status !== "warning_closed");
}

function assertRefundable(world: World, charge: Stripe.Charge, amount_minor: number): void {
  const { id } = charge;
  if (charge.status === "failed" || !charge.paid)
    throw invalid(`Charge ${id} is not paid, so it cannot be refunded.`, {
      code: "charge_not_refundable",
      charge: id,
    });
  if (isChargedBack(world, charge))
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
  if (params.amount !== undefined) assertPositive(params.amount);
  assertRefundable(world, charge, amount_minor);
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
    findRefund(world, scope, path("id")),
  ),
];
