/** What a charge looks like, and what an attempt to pay leaves behind. */
import type Stripe from "stripe";
import type { Scope } from "../keep/table";
import { type Decline, NOBODY, type TestCard } from "../money/cards";
import { processingFee } from "../money/currency";
import { recordTransaction } from "../money/transactions";
import { emit } from "../webhooks/emit";
import { missing } from "../wire/refusal";
import { idOf, type World } from "../world";

export function findCharge(world: World, scope: Scope, id: string, param = "id"): Stripe.Charge {
  const charge = world.tables.charges.within(scope, id);
  if (!charge) throw missing("charge", id, param);
  return charge;
}

type NewCharge = {
  prefix: "ch" | "py";
  amount_minor: number;
  currency: string;
  status: Stripe.Charge.Status;
};

/** Every field of a charge, with what is the same for all of them. Not kept yet. */
export function blankCharge(
  world: World,
  { prefix, amount_minor, currency, status }: NewCharge,
): Stripe.Charge {
  return {
    id: world.newId(prefix),
    object: "charge",
    amount: amount_minor,
    amount_captured: status === "failed" ? 0 : amount_minor,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: NOBODY,
    calculated_statement_descriptor: "POSTBOND",
    captured: status !== "failed",
    created: world.now_s(),
    currency,
    customer: null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: null,
    paid: status === "succeeded",
    payment_intent: null,
    payment_method: null,
    payment_method_details: null,
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status,
    transfer_data: null,
    transfer_group: null,
  };
}

/** What an attempt to pay `intent` with `card` left behind. A successful one brings money that settles later. */
export function chargeIntent(
  world: World,
  scope: Scope,
  intent: Stripe.PaymentIntent,
  attempt: { method: Stripe.PaymentMethod; card: TestCard; authenticated: boolean; decline?: Decline },
): Stripe.Charge {
  const { method, card, decline } = attempt;
  const charge: Stripe.Charge = {
    ...blankCharge(world, {
      prefix: card.kind === "bank" ? "py" : "ch",
      amount_minor: intent.amount,
      currency: intent.currency,
      status: decline ? "failed" : "succeeded",
    }),
    billing_details: method.billing_details,
    customer: idOf(intent.customer) ?? null,
    description: intent.description,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    metadata: { ...intent.metadata },
    outcome: outcomeOf(decline),
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(card, attempt.authenticated),
    receipt_email: intent.receipt_email,
    transfer_group: intent.transfer_group,
  };
  if (!decline) {
    charge.receipt_url = `${world.context.url}/receipts/${charge.id}`;
    charge.balance_transaction = recordTransaction(world, scope, {
      type: card.kind === "bank" ? "payment" : "charge",
      amount_minor: charge.amount,
      fee_minor: processingFee(charge.amount, charge.currency),
      currency: charge.currency,
      source: charge.id,
      available_on: card.fate === "settles_at_once" ? undefined : settlesOn(world),
      description: charge.description,
    }).id;
  }
  world.tables.charges.insert(scope, charge);
  emit(world, decline ? "charge.failed" : "charge.succeeded", charge, { scope });
  return charge;
}

/**
 * Epoch seconds. Settlement comes by the hour (Stripe's by the day), so that turning the clock does not stop for each of
 * a thousand charges; a settlement time of less than a day is kept to the second.
 */
function settlesOn(world: World): number {
  const { settle_ms } = world.settings;
  const exact_s = Math.ceil((world.now_ms() + settle_ms) / 1000);
  return settle_ms < 86_400_000 ? exact_s : Math.floor(exact_s / 3600) * 3600;
}

function outcomeOf(decline: Decline | undefined): Stripe.Charge.Outcome {
  return {
    advice_code: decline ? "try_again_later" : null,
    network_advice_code: null,
    network_decline_code: decline ? "01" : null,
    network_status: decline ? "declined_by_network" : "approved_by_network",
    reason: decline ? (decline.decline_code ?? decline.code) : null,
    risk_level: "normal",
    risk_score: 12,
    seller_message: decline
      ? "The bank did not return any further details with this decline."
      : "Payment complete.",
    type: decline ? "issuer_declined" : "authorized",
  };
}

function detailsOf(card: TestCard, authenticated: boolean): Stripe.Charge.PaymentMethodDetails {
  const last4 = card.number.slice(-4);
  if (card.kind === "bank")
    return {
      type: "us_bank_account",
      us_bank_account: {
        account_holder_type: "company",
        account_type: "checking",
        bank_name: "STRIPE TEST BANK",
        fingerprint: `sandbox${last4}`,
        last4,
        payment_reference: null,
        routing_number: "110000000",
      },
    };
  return {
    type: "card",
    card: {
      amount_authorized: null,
      authorization_code: null,
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
      country: "US",
      electronic_commerce_indicator: null,
      exp_month: 12,
      exp_year: 2034,
      fingerprint: `sandbox${last4}`,
      funding: "credit",
      installments: null,
      last4,
      mandate: null,
      network: card.brand,
      network_transaction_id: null,
      regulated_status: "unregulated",
      three_d_secure: authenticated
        ? {
            authentication_flow: "challenge",
            electronic_commerce_indicator: "05",
            exemption_indicator: null,
            result: "authenticated",
            result_reason: null,
            transaction_id: null,
            version: "2.2.0",
          }
        : null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}
