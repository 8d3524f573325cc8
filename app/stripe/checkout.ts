/** Paying an offer in: Stripe Checkout, captured at once, under the offer's transfer group. */

import { and, eq } from "drizzle-orm";
import Stripe from "stripe";
import type { BrandActor } from "@/app/domain/actor";
import { requireBrandRight } from "@/app/domain/brand/roles";
import { type Payment, recordDecline, recordUnpaid } from "@/app/domain/ledger/record-payment";
import { receivePayment } from "@/app/domain/offer/receive-payment";
import { env } from "@/app/lib/env";
import { isId, type OfferId, type PaymentId } from "@/app/lib/ids";
import { required } from "@/app/lib/one";
import { notFound } from "@/app/lib/refusal";
import { db } from "@/db/client";
import { offer_payments, offers } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import { answerOrRefuse } from "./answer-or-refuse";
import { stripe } from "./client";
import { assertMatch, Unacceptable } from "./unacceptable";

export type CheckoutInput = { payment_id: PaymentId; email: string; locale: "en" | "zh" };

/**
 * Opens the pay page of a pending payment, the same one for every click. @returns its address
 * @throws Refusal `stripe_silent` when Stripe does not answer; the next click asks for the same page again
 */
export async function openCheckout(input: CheckoutInput): Promise<string> {
  const [row] = await db
    .select({ payment: offer_payments, title: offers.title, slots: offers.slots })
    .from(offer_payments)
    .innerJoin(offers, eq(offers.id, offer_payments.offer_id))
    .where(and(eq(offer_payments.id, input.payment_id), eq(offer_payments.status, "pending")));
  if (!row) throw new Error(`No pending payment ${input.payment_id}`);
  const { payment } = row;
  if (payment.checkout_url) return payment.checkout_url;

  const back = `${env.APP_URL}/brand/offers/${payment.offer_id}`;
  const metadata = { payment_id: payment.id, offer_id: payment.offer_id };
  const session = await answerOrRefuse(() =>
    stripe().checkout.sessions.create(
      {
        mode: "payment",
        client_reference_id: payment.id,
        customer_email: input.email,
        locale: input.locale,
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency: payment.currency.toLowerCase(),
              unit_amount: payment.amount_minor,
              product_data: { name: row.title },
            },
          },
        ],
        payment_intent_data: { transfer_group: payment.offer_id, metadata },
        metadata,
        success_url: `${back}?checkout={CHECKOUT_SESSION_ID}`,
        cancel_url: `${back}?checkout=left`,
      },
      { idempotencyKey: `checkout:${payment.id}` },
    ),
  );
  await db
    .update(offer_payments)
    .set({ checkout_session_id: session.id, checkout_url: session.url })
    .where(eq(offer_payments.id, payment.id));
  return required(session.url, `the pay page of ${session.id}`);
}

/**
 * Asks Stripe how a Checkout stands and books the answer. The webhook, the page a person comes back to and the sweep all end here.
 * @returns whether the money is there now
 * @throws Unacceptable when the Checkout names a payment that was not made for it
 */
export async function settleCheckout(session_id: string): Promise<boolean> {
  const session = await stripe().checkout.sessions.retrieve(session_id, {
    expand: ["payment_intent.latest_charge.balance_transaction"],
  });
  const named = session.metadata?.payment_id;
  if (!named) return false; // a Checkout of somebody else on the same account
  const { id: payment_id } = await assertPayment(named, session.id);
  if (session.payment_status === "paid") {
    const payment = paymentOf(payment_id, session.payment_intent);
    await transact((tx) => receivePayment(tx, payment));
    return true;
  }
  if (session.status === "expired")
    await transact((tx) => recordUnpaid(tx, { payment_id, status: "expired", failure: "checkout_expired" }));
  else if (session.status === "complete" && isLost(session.payment_intent))
    await transact((tx) => recordUnpaid(tx, { payment_id, status: "failed", failure: "payment_failed" }));
  return false;
}

/**
 * Closes the pay page that is open for an offer. One that was paid at this very moment counts as paid.
 * Does nothing when none is open any more: a second press of the button changes nothing.
 * @throws Refusal 403 `brand_role_too_low` · 404 when this brand never began to pay for the offer
 */
export async function cancelCheckout(actor: BrandActor, offer_id: OfferId): Promise<void> {
  requireBrandRight(actor, "fund");
  const payments = await db
    .select()
    .from(offer_payments)
    .where(and(eq(offer_payments.offer_id, offer_id), eq(offer_payments.brand_id, actor.brand_id)));
  if (payments.length === 0) throw notFound("payment");
  const open = payments.find(({ status }) => status === "pending");
  if (!open) return;
  const { id: payment_id, checkout_session_id: session_id } = open;
  if (!session_id) {
    // Its page was never shown to anybody.
    await transact((tx) => recordUnpaid(tx, { payment_id, status: "expired", failure: "checkout_expired" }));
    return;
  }
  try {
    await answerOrRefuse(() =>
      stripe().checkout.sessions.expire(session_id, {}, { idempotencyKey: `give-up:${open.id}` }),
    );
  } catch (error) {
    // Already paid, or expired by itself: how it stands is asked below.
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
  }
  await answerOrRefuse(() => settleCheckout(session_id));
}

/** A bank debit takes days, during which a Checkout is complete and unpaid; it is lost once its intent asks for another means. */
function isLost(intent: string | Stripe.PaymentIntent | null): boolean {
  if (!intent || typeof intent === "string") return false;
  return intent.status === "requires_payment_method" || intent.status === "canceled";
}

/** A card was declined; only words change. @throws Unacceptable when the payment is not the one that the payment asked for */
export async function settleDecline(intent: Stripe.PaymentIntent): Promise<void> {
  const named = intent.metadata?.payment_id;
  if (!named) return;
  const { id: payment_id, amount_minor, currency, offer_id } = await assertPayment(named);
  assertMatch(
    { amount: amount_minor, currency: currency.toLowerCase(), transfer_group: offer_id },
    { amount: intent.amount, currency: intent.currency, transfer_group: intent.transfer_group },
  );
  const failure =
    intent.last_payment_error?.decline_code ?? intent.last_payment_error?.code ?? "payment_failed";
  await transact((tx) => recordDecline(tx, { payment_id, failure }));
}

/**
 * Metadata may lie: a payment is only settled by the Checkout that was opened for it, or, when the process died before it could note
 * which, by one that names it.
 */

async function assertPayment(named: string, session_id?: string) {
  const [payment] = isId("payment", named)
    ? await db.select().from(offer_payments).where(eq(offer_payments.id, named))
    : [];
  if (!payment) throw new Unacceptable("unknown_to_us", `payment ${named}`);
  if (session_id && payment.checkout_session_id)
    assertMatch({ checkout_session_id: payment.checkout_session_id }, { checkout_session_id: session_id });
  return payment;
}

/** @throws when the charge's fee is not known yet: the event is then worked on again later, nothing is booked on a guess */
function paymentOf(payment_id: PaymentId, intent: string | Stripe.PaymentIntent | null): Payment {
  if (!intent || typeof intent === "string") throw new Error("The payment intent was not expanded");
  const charge = intent.latest_charge;
  if (!charge || typeof charge === "string") throw new Error(`${intent.id} has no charge yet`);
  const booking = charge.balance_transaction;
  if (!booking || typeof booking === "string") throw new Error(`${charge.id} has no balance transaction yet`);
  return {
    payment_id,
    payment_intent_id: intent.id,
    charge_id: charge.id,
    amount_minor: charge.amount_captured,
    stripe_fee_minor: booking.fee,
    currency: charge.currency.toUpperCase(),
  };
}
