/** What happens when somebody tries to pay: a charge, a challenge, a refusal, or a bank debit that takes days. */

import type Stripe from "stripe";
import { known } from "../../frame/known";
import type { Scope } from "../keep/table";
import { cardOf, type Decline, type TestCard } from "../money/cards";
import { emit } from "../webhooks/emit";
import { idOf, type World } from "../world";
import { chargeIntent } from "./charge-object";
import { openDispute } from "./dispute-course";

const BANK_DEBIT_MS = 3 * 86_400_000;

export type Outcome = "succeeded" | "requires_action" | "processing" | "failed";
export type Finished = (world: World, intent: Stripe.PaymentIntent, outcome: "succeeded" | "failed") => void;

const refusedChallenge: Decline = {
  code: "payment_intent_authentication_failure",
  message:
    "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
};

/** Tries to pay `intent` with `method`. `challenge` is how a cardholder answered 3-D Secure, when they were asked. */
export function attemptPayment(
  world: World,
  scope: Scope,
  intent: Stripe.PaymentIntent,
  attempt: { method: Stripe.PaymentMethod; card: TestCard; challenge?: "passed" | "failed" },
): Outcome {
  const { method, card, challenge } = attempt;
  intent.payment_method = method.id;
  intent.last_payment_error = null;
  intent.next_action = null;
  if (card.challenge && challenge === undefined) return askCardholder(world, scope, intent);
  if (challenge === "failed") return refuse(world, scope, intent, method, refusedChallenge);
  if (card.kind === "bank") return waitForBank(world, scope, intent);
  if (card.decline) {
    const charge = chargeIntent(world, scope, intent, {
      ...attempt,
      authenticated: false,
      decline: card.decline,
    });
    intent.latest_charge = charge.id;
    return refuse(world, scope, intent, method, card.decline, charge);
  }
  return succeed(world, scope, intent, method, card, challenge === "passed");
}

function succeed(
  world: World,
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  card: TestCard,
  authenticated: boolean,
): Outcome {
  const charge = chargeIntent(world, scope, intent, { method, card, authenticated });
  intent.latest_charge = charge.id;
  intent.amount_received = intent.amount;
  intent.status = "succeeded";
  world.tables.payment_intents.save(intent);
  emit(world, "payment_intent.succeeded", intent, { scope });
  if (card.fate === "dispute" || world.faults.strike(["dispute"])) openDispute(world, charge, {});
  return "succeeded";
}

function askCardholder(world: World, scope: Scope, intent: Stripe.PaymentIntent): Outcome {
  intent.status = "requires_action";
  intent.next_action = {
    type: "redirect_to_url",
    redirect_to_url: { url: `${world.context.url}/challenge/${intent.id}`, return_url: null },
  };
  world.tables.payment_intents.save(intent);
  emit(world, "payment_intent.requires_action", intent, { scope });
  return "requires_action";
}

function refuse(
  world: World,
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
  charge?: Stripe.Charge,
): Outcome {
  intent.status = "requires_payment_method";
  intent.payment_method = null;
  intent.last_payment_error = {
    ...(charge ? { charge: charge.id } : {}),
    code: decline.code,
    ...(decline.decline_code ? { decline_code: decline.decline_code } : {}),
    message: decline.message,
    payment_method: method,
    type: charge ? "card_error" : "invalid_request_error",
  };
  world.tables.payment_intents.save(intent);
  emit(world, "payment_intent.payment_failed", intent, { scope });
  return "failed";
}

function waitForBank(world: World, scope: Scope, intent: Stripe.PaymentIntent): Outcome {
  intent.status = "processing";
  intent.processing = { type: "card" };
  world.tables.payment_intents.save(intent);
  emit(world, "payment_intent.processing", intent, { scope });
  armBank(world, intent);
  return "processing";
}

const finished: Finished[] = [];

/** Called for every bank debit that ends, days after it was begun. */
export function onBankDebitFinished(notify: Finished): void {
  finished.push(notify);
}

function armBank(world: World, intent: Stripe.PaymentIntent): void {
  world.scheduler.at(
    intent.created * 1000 + BANK_DEBIT_MS,
    () => finishBankDebit(world, intent),
    () => intent.status === "processing",
  );
}

/** Takes up the bank debits that were under way when the emulator ended. */
export function resumeBankDebits(world: World): void {
  for (const intent of world.tables.payment_intents.everything())
    if (intent.status === "processing") armBank(world, intent);
}

function finishBankDebit(world: World, intent: Stripe.PaymentIntent): void {
  const scope = world.tables.payment_intents.scopeOf(intent.id);
  const method = world.tables.payment_methods.known(idOf(intent.payment_method));
  const card = known(cardOf(method), "the card of a payment method");
  intent.processing = null;
  if (card.decline) {
    const charge = chargeIntent(world, scope, intent, {
      method,
      card,
      authenticated: false,
      decline: card.decline,
    });
    intent.latest_charge = charge.id;
    refuse(world, scope, intent, method, card.decline, charge);
  } else succeed(world, scope, intent, method, card, false);
  for (const notify of finished) notify(world, intent, card.decline ? "failed" : "succeeded");
}
