/** Offers for tests, paid in through the same command that the webhook uses. */

import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { BrandActor } from "@/app/domain/actor";
import { offerTotal } from "@/app/domain/offer/fee";
import { receivePayment } from "@/app/domain/offer/receive-payment";
import { startPayment } from "@/app/domain/offer/start-payment";
import type { OfferId, PaymentId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { db } from "@/db/client";
import { brand_members } from "@/db/schema/brand";
import { offers } from "@/db/schema/offer";
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

/** The payment that its brand's owner begins. */
export function makePayment({ id, brand_id }: OfferRow): Promise<PaymentId> {
  return transact(async (tx) => {
    const owners = await tx
      .select({ user_id: brand_members.user_id })
      .from(brand_members)
      .where(and(eq(brand_members.brand_id, brand_id), eq(brand_members.role, "owner")));
    const { user_id } = one(owners, `an owner of ${brand_id}`);
    return startPayment(tx, { kind: "brand", user_id, brand_id, role: "owner" }, id);
  });
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
