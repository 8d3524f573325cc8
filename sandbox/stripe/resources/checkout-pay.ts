/** What a person (or a control) does on the pay page of a Checkout Session, and how a session ends. */

import type Stripe from "stripe";
import { known } from "../../frame/known";
import type { Scope } from "../keep/table";
import { findCard, keepCard, type TestCard } from "../money/cards";
import { emit } from "../webhooks/emit";
import { invalid } from "../wire/refusal";
import { idOf, type World } from "../world";
import { createCustomer } from "./customers";
import { cancelIntent, createIntent } from "./payment-intent-object";
import { attemptPayment, type Outcome, onBankDebitFinished } from "./payments";

export type Payer = { email?: string; name?: string };

/** @throws StripeRefusal unless the session is open */
export function assertOpen(session: Stripe.Checkout.Session, doing: string): void {
  if (session.status === "open") return;
  throw invalid(
    `Only Checkout Sessions with a status in ["open"] can be ${doing}. This Checkout Session has a status of "${session.status}".`,
  );
}

/** Pays with a test card. After `requires_action` call `answerChallenge`. @throws StripeRefusal when not open */
export function payCheckout(
  world: World,
  session: Stripe.Checkout.Session,
  card: TestCard,
  payer: Payer = {},
): Outcome {
  assertOpen(session, "paid");
  const scope = world.tables.sessions.scopeOf(session.id);
  const intent = intentOf(world, scope, session);
  const email = payer.email || session.customer_email || emailOf(world, session) || "payer@example.com";
  const method = keepCard(world, scope, card, { email, name: payer.name || "Sandbox Payer" });
  session.customer_details = {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: payer.name || "Sandbox Payer",
    phone: null,
    tax_exempt: "none",
    tax_ids: [],
  };
  const outcome = attemptPayment(world, scope, intent, { method, card });
  conclude(world, scope, session, outcome);
  return outcome;
}

/** The Checkout Session that a payment intent was made by, if one was. */
export function sessionOf(world: World, intent: Stripe.PaymentIntent): Stripe.Checkout.Session | undefined {
  const scope = world.tables.payment_intents.scopeOf(intent.id);
  return world.tables.sessions.all(scope, "payment_intent", intent.id)[0];
}

/** The cardholder's answer to 3-D Secure. @throws StripeRefusal unless the payment waits for it */
export function answerChallenge(
  world: World,
  intent: Stripe.PaymentIntent,
  answer: "passed" | "failed",
): Outcome {
  if (intent.status !== "requires_action") throw invalid("This payment is not waiting for its cardholder.");
  const scope = world.tables.payment_intents.scopeOf(intent.id);
  const method = world.tables.payment_methods.known(idOf(intent.payment_method));
  const outcome = attemptPayment(world, scope, intent, {
    method,
    card: known(findCard("3ds"), "the test card 3ds"),
    challenge: answer,
  });
  const session = sessionOf(world, intent);
  if (session) conclude(world, scope, session, outcome);
  return outcome;
}

function intentOf(world: World, scope: Scope, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const made = idOf(session.payment_intent);
  if (made) return world.tables.payment_intents.known(made);
  const ticket = world.tables.tickets.known(session.id);
  const intent = createIntent(world, scope, {
    ...ticket.intent,
    amount: known(session.amount_total, "a session's amount"),
    currency: known(session.currency, "a session's currency"),
    customer: idOf(session.customer),
    payment_method_types: session.payment_method_types,
  });
  session.payment_intent = intent.id;
  world.tables.sessions.save(session);
  return intent;
}

function emailOf(world: World, session: Stripe.Checkout.Session): string | null | undefined {
  const customer = world.tables.customers.get(idOf(session.customer) ?? "");
  return customer && "email" in customer ? customer.email : undefined;
}

function conclude(world: World, scope: Scope, session: Stripe.Checkout.Session, outcome: Outcome): void {
  if (outcome === "failed" || outcome === "requires_action") {
    world.tables.sessions.save(session); // still open: a person may try again
    return;
  }
  session.status = "complete";
  session.payment_status = outcome === "succeeded" ? "paid" : "unpaid";
  session.url = null;
  if (session.customer_creation === "always" && !session.customer) {
    const { email, name } = known(session.customer_details, "the payer of a session");
    session.customer = createCustomer(world, scope, {
      email: email ?? undefined,
      name: name ?? undefined,
    }).id;
  }
  world.tables.sessions.save(session);
  emit(world, "checkout.session.completed", session, { scope });
}

/** Where a person is sent after having paid. */
export function successUrl(session: Stripe.Checkout.Session): string {
  return (session.success_url ?? "/").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
}

/** Ends an open session without payment. */
export function expireSession(world: World, session: Stripe.Checkout.Session): void {
  if (session.status !== "open") return;
  const scope = world.tables.sessions.scopeOf(session.id);
  session.status = "expired";
  session.url = null;
  const intent = world.tables.payment_intents.get(idOf(session.payment_intent) ?? "");
  if (intent && intent.status !== "succeeded" && intent.status !== "canceled")
    cancelIntent(world, intent, "expired");
  world.tables.sessions.save(session);
  emit(world, "checkout.session.expired", session, { scope });
}

export function armExpiry(world: World, session: Stripe.Checkout.Session): void {
  world.scheduler.at(
    session.expires_at * 1000,
    () => expireSession(world, session),
    () => session.status === "open",
  );
}

/** Takes up what the open sessions were waiting for when the emulator ended. */
export function resumeSessions(world: World): void {
  for (const session of world.tables.sessions.everything())
    if (session.status === "open") armExpiry(world, session);
}

onBankDebitFinished((world, intent, outcome) => {
  const session = sessionOf(world, intent);
  if (!session) return;
  const scope = world.tables.sessions.scopeOf(session.id);
  if (outcome === "succeeded") session.payment_status = "paid";
  world.tables.sessions.save(session);
  emit(world, `checkout.session.async_payment_${outcome}`, session, { scope });
});
