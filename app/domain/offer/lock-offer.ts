/** The offer under its row lock, which everything that touches its budget, slots or status takes first; guards are judged after it. */

import { and, eq } from "drizzle-orm";
import type { OfferStatus } from "@/app/domain/offer/vocabulary";
import { now } from "@/app/lib/clock";
import type { OfferId } from "@/app/lib/ids";
import { notFound, Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { offers } from "@/db/schema/offer";
import type { BrandActor, SystemActor } from "../actor";

export type Offer = typeof offers.$inferSelect;

/** @throws Refusal 404 when it does not exist or is another brand's */
export async function lockOffer(tx: Tx, actor: BrandActor | SystemActor, offer_id: OfferId): Promise<Offer> {
  const [offer] = await tx.select().from(offers).where(eq(offers.id, offer_id)).for("update");
  if (!offer || (actor.kind === "brand" && offer.brand_id !== actor.brand_id)) throw notFound("offer");
  return offer;
}

/** @throws Refusal 409 `offer_status` {status} when the offer is in none of `from` */
export function requireStatus(offer: Offer, from: readonly OfferStatus[]): void {
  if (!from.includes(offer.status))
    throw new Refusal("offer_status", { status: 409, params: { status: offer.status } });
}

/** Changes the status from exactly `from`; the caller holds the lock. @throws Refusal 409 `offer_status` {status} */
export async function changeStatus(
  tx: Tx,
  offer: Offer,
  from: readonly OfferStatus[],
  set: Pick<Offer, "status"> & Partial<Pick<Offer, "live_at" | "closed_at">>,
): Promise<Offer> {
  requireStatus(offer, from);
  const [changed] = await tx
    .update(offers)
    .set({ ...set, updated_at: now() })
    .where(and(eq(offers.id, offer.id), eq(offers.status, offer.status)))
    .returning();
  if (!changed) throw new Error(`Offer ${offer.id} changed under its lock`);
  return changed;
}
