/** Stripe's test cards: each says by its number what will become of a payment made with it. */
import type Stripe from "stripe";
import type { ErrorCode } from "../wire/refusal";
import type { World } from "../world";

export type Decline = { code: ErrorCode; decline_code?: string; message: string };
export type Fate = "refund_fails" | "refund_pending" | "dispute" | "settles_at_once";

export type TestCard = {
  key: string;
  kind: "card" | "bank";
  brand: string;
  number: string;
  /** Refused by the bank, at once or (bank debits) days later. */
  decline?: Decline;
  /** The cardholder is asked to confirm first. */
  challenge?: boolean;
  /** What happens to the payment afterwards. */
  fate?: Fate;
};

const generic: Decline = {
  code: "card_declined",
  decline_code: "generic_decline",
  message: "Your card was declined.",
};

export const TEST_CARDS: TestCard[] = [
  {
    key: "success",
    kind: "card",
    brand: "visa",
    number: "4242424242424242",
  },
  {
    key: "mastercard",
    kind: "card",
    brand: "mastercard",
    number: "5555555555554444",
  },
  {
    key: "decline",
    kind: "card",
    brand: "visa",
    number: "4000000000000002",
    decline: generic,
  },
  {
    key: "insufficient_funds",
    kind: "card",
    brand: "visa",
    number: "4000000000009995",
    decline: {
      code: "card_declined",
      decline_code: "insufficient_funds",
      message: "Your card has insufficient funds.",
    },
  },
  {
    key: "expired",
    kind: "card",
    brand: "visa",
    number: "4000000000000069",
    decline: { code: "expired_card", message: "Your card has expired." },
  },
  {
    key: "3ds",
    kind: "card",
    brand: "visa",
    number: "4000000000003220",
    challenge: true,
  },
  {
    key: "refund_fails",
    kind: "card",
    brand: "visa",
    number: "4000000000005126",
    fate: "refund_fails",
  },
  {
    key: "refund_pending",
    kind: "card",
    brand: "visa",
    number: "4000000000007726",
    fate: "refund_pending",
  },
  {
    key: "dispute",
    kind: "card",
    brand: "visa",
    number: "4000000000000259",
    fate: "dispute",
  },
  {
    key: "settles_at_once",
    kind: "card",
    brand: "visa",
    number: "4000000000000077",
    fate: "settles_at_once",
  },
  { key: "bank", kind: "bank", brand: "bank", number: "000123456789" },
  {
    key: "bank_failure",
    kind: "bank",
    brand: "bank",
    number: "000111111116",
    decline: { code: "payment_method_customer_decline", message: "The customer's bank declined the debit." },
  },
];

/** By key (`success`) or number, with or without spaces. */
export function findCard(name: string): TestCard | undefined {
  const number = name.replaceAll(/[\s-]/g, "");
  return TEST_CARDS.find((card) => card.key === name || card.number === number);
}

/** The test card behind a payment method made by `keepCard`. */
export function cardOf(method: Stripe.PaymentMethod | undefined): TestCard | undefined {
  const last4 = method?.card?.last4 ?? method?.us_bank_account?.last4;
  return TEST_CARDS.find((card) => last4 != null && card.number.endsWith(last4));
}

export const NOBODY = { address: null, email: null, name: null, phone: null, tax_id: null };

/** Makes the payment method that a person's card becomes. */
export function keepCard(
  world: World,
  scope: string,
  card: TestCard,
  billing: Partial<Stripe.PaymentMethod.BillingDetails> = {},
): Stripe.PaymentMethod {
  const method: Stripe.PaymentMethod = {
    id: world.newId("pm"),
    object: "payment_method",
    allow_redisplay: "limited",
    billing_details: { ...NOBODY, ...billing },
    created: world.now_s(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: card.kind === "card" ? "card" : "us_bank_account",
  };
  if (card.kind === "card") method.card = cardFacts(card);
  else method.us_bank_account = bankFacts(card);
  return world.tables.payment_methods.insert(scope, method);
}

function cardFacts(card: TestCard): Stripe.PaymentMethod.Card {
  return {
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
    country: "US",
    display_brand: card.brand,
    exp_month: 12,
    exp_year: 2034,
    fingerprint: `sandbox${card.number.slice(-4)}`,
    funding: "credit",
    generated_from: null,
    last4: card.number.slice(-4),
    networks: { available: [card.brand], preferred: null },
    regulated_status: "unregulated",
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

function bankFacts(card: TestCard): Stripe.PaymentMethod.UsBankAccount {
  return {
    account_holder_type: "company",
    account_type: "checking",
    bank_name: "STRIPE TEST BANK",
    financial_connections_account: null,
    fingerprint: `sandbox${card.number.slice(-4)}`,
    last4: card.number.slice(-4),
    networks: { preferred: "ach", supported: ["ach"] },
    routing_number: "110000000",
    status_details: null,
  };
}
