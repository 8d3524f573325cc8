/** What became of a Checkout: the charge that pays for an offer is there, or will never be. */
import { and, eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { PaymentId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import type { Tx } from "@/db/client";
import { offer_payments, offers } from "@/db/schema/offer";
import { notify } from "../notifications/notify";
import { capture } from "./capture";

export type Payment = {
  payment_id: PaymentId;
  payment_intent_id: string;
  charge_id: string;
  /** What Stripe captured and kept for itself, in minor units of `currency` (upper case). */
  amount_minor: number;
  stripe_fee_minor: number;
  currency: string;
};

/** A charge that was just booked. Amounts are in minor units of `currency`. */
export type Booked = { payment_id: PaymentId; slots: number; amount_minor: number; currency: string };

/**
 * Books a captured charge. The caller holds the lock of the offer it pays for, which comes before the payment's (offer/receive-payment).
 * Idempotent: webhook, return page and sweep may all bring the same news.
 *
 * @returns what this call booked, or null when it was booked before
 * @throws when Stripe captured something else than was asked for: a person must look before anything is booked
 */
export async function recordPayment(tx: Tx, paid: Payment): Promise<Booked | null> {
  const payment = one(
    await tx.select().from(offer_payments).where(eq(offer_payments.id, paid.payment_id)).for("update"),
    `payment ${paid.payment_id}`,
  );
  if (payment.status === "paid") return null;
  if (payment.amount_minor !== paid.amount_minor || payment.currency !== paid.currency)
    throw new Error(
      `Charge ${paid.charge_id} is ${paid.amount_minor} ${paid.currency}, payment ${payment.id} asked for ${payment.amount_minor} ${payment.currency}`,
    );

  const { payment_id, amount_minor, currency, ...stripe } = paid;
  await tx
    .update(offer_payments)
    .set({ ...stripe, status: "paid", paid_at: now(), failure: null })
    .where(eq(offer_payments.id, payment_id));
  await capture(tx, {
    payment_id,
    offer_id: payment.offer_id,
    currency,
    amount_minor,
    stripe_fee_minor: paid.stripe_fee_minor,
  });
  return { payment_id, slots: payment.slots, amount_minor, currency };
}

/** The Checkout ended without a charge. The offer stays a draft, with the reason shown. @returns whether this call changed it */
export async function recordUnpaid(
  tx: Tx,
  input: { payment_id: PaymentId; status: "failed" | "expired"; failure: string },
): Promise<boolean> {
  const changed = await tx
    .update(offer_payments)
    .set({ status: input.status, failure: input.failure })
    .where(and(eq(offer_payments.id, input.payment_id), eq(offer_payments.status, "pending")))
    .returning({ offer_id: offer_payments.offer_id, brand_id: offer_payments.brand_id });
  const [payment] = changed;
  if (!payment) return false;
  const offer = one(
    await tx.select({ title: offers.title }).from(offers).where(eq(offers.id, payment.offer_id)),
    "the offer",
  );
  await notify(tx, { brand_id: payment.brand_id }, "money", {
    template: "payment_failed",
    params: {
      offer_id: payment.offer_id,
      offer_title: offer.title,
    },
  });
  return true;
}

/** A card was declined; the person may still pay with another one on the same page. */
export async function recordDecline(
  tx: Tx,
  input: { payment_id: PaymentId; failure: string },
): Promise<void> {
  await tx
    .update(offer_payments)
    .set({ failure: input.failure })
    .where(and(eq(offer_payments.id, input.payment_id), eq(offer_payments.status, "pending")));
}
