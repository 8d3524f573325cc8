/** Confirming a PaymentIntent through the API: with a test token or a method kept from before, and nobody there to ask. */
import type Stripe from "stripe";
import type { Scope } from "../keep/table";
import { cardOf, type Decline, findCard, keepCard, type TestCard } from "../money/cards";
import { invalid, missing, StripeRefusal } from "../wire/refusal";
import { idOf, type World } from "../world";
import { attemptPayment } from "./payments";

export type Confirmation = Pick<
  Stripe.PaymentIntentConfirmParams,
  "payment_method" | "off_session" | "error_on_requires_action"
>;

const NOBODY_TO_ASK: Decline = {
  code: "authentication_required",
  decline_code: "authentication_required",
  message: "Your card was declined. This transaction requires authentication.",
};

type Chosen = { card: TestCard; keep: () => Stripe.PaymentMethod };

/** @throws StripeRefusal when no method is named, or one that is not there */
export function methodFor(
  world: World,
  scope: Scope,
  params: Confirmation,
  intent?: Stripe.PaymentIntent,
): Chosen {
  const name = params.payment_method ?? idOf(intent?.payment_method);
  if (!name)
    throw invalid(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      { code: "payment_intent_unexpected_state" },
    );
  const token = findCard(name);
  if (token) return { card: token, keep: () => keepCard(world, scope, token) };
  const method = world.tables.payment_methods.within(scope, name);
  const card = cardOf(method);
  if (!method || !card) throw missing("PaymentMethod", name, "payment_method");
  return { card, keep: () => method };
}

/** @throws StripeRefusal 402 card_error, with the intent as the attempt left it */
export function confirmIntent(
  world: World,
  scope: Scope,
  intent: Stripe.PaymentIntent,
  params: Confirmation,
): Stripe.PaymentIntent {
  const chosen = methodFor(world, scope, params, intent);
  const unasked =
    params.error_on_requires_action || (params.off_session && String(params.off_session) !== "false");
  const card =
    unasked && chosen.card.challenge
      ? { ...chosen.card, challenge: false, decline: NOBODY_TO_ASK }
      : chosen.card;
  const method = chosen.keep();
  const outcome = attemptPayment(world, scope, intent, { method, card });
  if (outcome !== "failed" || !card.decline) return intent;
  throw new StripeRefusal(402, {
    type: "card_error",
    ...card.decline,
    charge: idOf(intent.latest_charge),
    payment_intent: structuredClone(intent),
    payment_method: method,
  });
}
