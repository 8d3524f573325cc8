/** What became of a Checkout: the charge that pays for an offer is there, or will never be. */

import { and, eq, sql } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { OfferId, PaymentId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import type { Tx } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { offer_payments, offers } from "@/db/schema/offer";
import { notify } from "../notifications/notify";
import { emit } from "../outbox/emit";
import { capture } from "./capture";
import { createRefund } from "./create-refund";

export type Payment = {
  payment_id: PaymentId;
  payment_intent_id: string;
  charge_id: string;
  /** What Stripe captured and kept for itself, in minor units of `currency` (upper case). */
  amount_minor: number;
  stripe_fee_minor: number;
  currency: string;
};

/**
 * Books a captured charge and brings the offer live. Idempotent: webhook, return page and sweep may all bring the same news. Money
 * that comes for an offer closed meanwhile is booked and sent straight back.
 *
 * @returns whether this call booked it
 * @throws when Stripe captured something else than was asked for: a person must look before anything is booked
 */
export async function recordPayment(tx: Tx, paid: Payment): Promise<boolean> {
  const [known] = await tx.select().from(offer_payments).where(eq(offer_payments.id, paid.payment_id));
  if (!known) throw new Error(`No payment ${paid.payment_id} for charge ${paid.charge_id}`);
  const offer = one(
    await tx.select().from(offers).where(eq(offers.id, known.offer_id)).for("update"),
    "the offer",
  );
  const payment = one(
    await tx.select().from(offer_payments).where(eq(offer_payments.id, known.id)).for("update"),
    "the payment",
  );
  if (payment.status === "paid") return false;
  if (payment.amount_minor !== paid.amount_minor || payment.currency !== paid.currency)
    throw new Error(
      `Charge ${paid.charge_id} is ${paid.amount_minor} ${paid.currency}, payment ${payment.id} asked for ${payment.amount_minor} ${payment.currency}`,
    );

  const { payment_id: _, amount_minor: __, currency: ___, ...stripe } = paid;
  await tx
    .update(offer_payments)
    .set({ ...stripe, status: "paid", paid_at: now(), failure: null })
    .where(eq(offer_payments.id, payment.id));
  await capture(tx, {
    payment_id: payment.id,
    offer_id: offer.id,
    currency: payment.currency,
    amount_minor: payment.amount_minor,
    stripe_fee_minor: paid.stripe_fee_minor,
  });
  if (offer.status === "closed") {
    await createRefund(tx, {
      payment_id: payment.id,
      amount_minor: payment.amount_minor,
      cause: "offer-closed-meanwhile",
    });
    return true;
  }
  await bringLive(tx, offer, payment.slots);
  await notify(tx, { brand_id: offer.brand_id }, "money", {
    template: "payment_received",
    params: {
      offer_id: offer.id,
      offer_title: offer.title,
      amount_minor: payment.amount_minor,
      currency: payment.currency,
    },
  });
  return true;
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

/** A top-up of an offer that is out already. */
async function addSlots(tx: Tx, offer_id: OfferId, slots: number): Promise<void> {
  await tx
    .update(offers)
    .set({ slots: sql`${offers.slots} + ${slots}`, updated_at: now() })
    .where(eq(offers.id, offer_id));
}

/** The money is there: a brand in good standing goes live at once, any other waits as `funded`. */
async function bringLive(tx: Tx, offer: typeof offers.$inferSelect, slots: number): Promise<void> {
  if (offer.status !== "unpaid") return addSlots(tx, offer.id, slots);
  const brand = one(
    await tx.select({ standing: brands.standing }).from(brands).where(eq(brands.id, offer.brand_id)),
    "the brand",
  );
  const at = now();
  const live = brand.standing === "good";
  await tx
    .update(offers)
    .set({ status: live ? "live" : "funded", funded_at: at, live_at: live ? at : null, updated_at: at })
    .where(and(eq(offers.id, offer.id), eq(offers.status, "unpaid")));
  if (live)
    await emit(tx, "offer/live", { offer_id: offer.id, closes_at: offer.closes_at?.toISOString() ?? null });
}
