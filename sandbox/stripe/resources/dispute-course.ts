/** How a dispute goes: the money leaves at once, with a fee, and comes back when the bank believes the merchant. */
import type Stripe from "stripe";
import type { Scope } from "../keep/table";
import { recordTransaction } from "../money/transactions";
import { emit } from "../webhooks/emit";
import { invalid } from "../wire/refusal";
import { idOf, type World } from "../world";

const FEE_MINOR = 1500;

const ANSWER_WITHIN_S = 9 * 86_400;

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

/**
 * A cardholder disputes `charge`, in whole unless `amount_minor` says otherwise.
 *
 * @throws StripeRefusal when the charge cannot be disputed
 */
export function openDispute(
  world: World,
  charge: Stripe.Charge,
  { amount_minor, reason }: { amount_minor?: number; reason?: string },
): Stripe.Dispute {
  const left_minor = charge.amount - charge.amount_refunded;
  if (charge.disputed) throw invalid(`Charge ${charge.id} is disputed already.`, { code: "charge_disputed" });
  if (charge.status !== "succeeded" || left_minor === 0)
    throw invalid(`Charge ${charge.id} has nothing left to dispute.`);
  const scope = world.tables.charges.scopeOf(charge.id);
  const amount = Math.min(amount_minor ?? left_minor, left_minor);
  const dispute: Stripe.Dispute = {
    id: world.newId("du"),
    object: "dispute",
    amount,
    balance_transactions: [],
    charge: charge.id,
    created: world.now_s(),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: { ...NO_EVIDENCE },
    evidence_details: {
      due_by: world.now_s() + ANSWER_WITHIN_S,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    network_reason_code: "10.4",
    payment_intent: idOf(charge.payment_intent) ?? null,
    payment_method_details: {
      card: { brand: "visa", case_type: "chargeback", network: "visa", network_reason_code: "10.4" },
      type: "card",
    },
    reason: reason ?? "fraudulent",
    status: "needs_response",
  };
  charge.disputed = true;
  world.tables.charges.save(charge);
  world.tables.disputes.insert(scope, dispute);
  emit(world, "charge.dispute.created", dispute, { scope });
  recordFunds(world, scope, dispute, "withdrawn");
  return dispute;
}

function recordFunds(
  world: World,
  scope: Scope,
  dispute: Stripe.Dispute,
  way: "withdrawn" | "reinstated",
): void {
  const withdrawn = way === "withdrawn";
  const transaction = recordTransaction(world, scope, {
    type: "adjustment",
    amount_minor: withdrawn ? -dispute.amount : dispute.amount,
    fee_minor: withdrawn ? FEE_MINOR : 0,
    fee_description: "Dispute fee",
    currency: dispute.currency,
    source: dispute.id,
    description: `Chargeback ${way} for ${dispute.charge}`,
    reporting_category: withdrawn ? "dispute" : "dispute_reversal",
  });
  dispute.balance_transactions.push({ ...transaction });
  world.tables.disputes.save(dispute);
  emit(world, withdrawn ? "charge.dispute.funds_withdrawn" : "charge.dispute.funds_reinstated", dispute, {
    scope,
  });
}

export const OPEN = ["needs_response", "under_review"];

/** The bank decides. Won gives the money back, without the fee; lost leaves it gone. */
export function closeDispute(world: World, dispute: Stripe.Dispute, outcome: "won" | "lost"): void {
  if (!OPEN.includes(dispute.status)) throw invalid(`Dispute ${dispute.id} is closed already.`);
  const scope = world.tables.disputes.scopeOf(dispute.id);
  const before = dispute.status;
  dispute.status = outcome;
  dispute.evidence_details.due_by = null;
  if (outcome === "won") recordFunds(world, scope, dispute, "reinstated");
  world.tables.disputes.save(dispute);
  emit(world, "charge.dispute.closed", dispute, { scope, previous: { status: before } });
}
