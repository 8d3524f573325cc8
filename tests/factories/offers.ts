/** Offers for tests, paid in through the same command that the webhook uses. */

import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { BrandActor } from "@/app/domain/actor";
import { offerTotal } from "@/app/domain/offer/fee";
import { receivePayment } from "@/app/domain/offer/receive-payment";
import { newId, type OfferId, type PaymentId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { db } from "@/db/client";
import { offer_payments, offers } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import { makeOffer } from "@/factories/offers";

export type OfferRow = typeof offers.$inferSelect;

/** @param given columns, also those that no form fills in */
export function makeUnpaidOffer(
  brand: BrandActor,
  given: Partial<typeof offers.$inferInsert> = {},
): Promise<OfferRow> {
  return transact(async (tx) => {
    const { id } = await makeOffer(tx, brand);
    // Not by way of the wizard's input: a test may want a price or a status that no form gives.
    const columns = { platform_fee_minor: 1_000, ...given };
    const changed = await tx.update(offers).set(columns).where(eq(offers.id, id)).returning();
    return one(changed, `offer ${id}`);
  });
}

/** A payment that waits for its Checkout. Not by the command: a model also pays amounts that Stripe would not take. */
export async function makePayment(offer: OfferRow): Promise<PaymentId> {
  const id = newId("payment");
  const { id: offer_id, brand_id, currency } = offer;
  await db
    .insert(offer_payments)
    .values({ id, offer_id, brand_id, currency, amount_minor: offerTotal(offer) });
  return id;
}

/** A live offer with its money there. */
export async function makeLiveOffer(
  brand: BrandActor,
  given: Partial<typeof offers.$inferInsert> = {},
): Promise<OfferRow & { payment_id: PaymentId }> {
  const draft = await makeUnpaidOffer(brand, given);
  const payment_id = await makePayment(draft);
  await pay(draft, payment_id);
  return { ...(await readOffer(draft.id)), payment_id };
}

export async function readOffer(id: OfferId): Promise<OfferRow> {
  return one(await db.select().from(offers).where(eq(offers.id, id)), `offer ${id}`);
}

/** Stripe's word that a Checkout was paid. */
export async function pay(offer: OfferRow, payment_id: PaymentId): Promise<boolean> {
  const mark = randomBytes(6).toString("hex");
  return transact((tx) =>
    receivePayment(tx, {
      payment_id,
      payment_intent_id: `pi_${mark}`,
      charge_id: `ch_${mark}`,
      amount_minor: offerTotal(offer),
      stripe_fee_minor: 349,
      currency: offer.currency,
    }),
  );
}
