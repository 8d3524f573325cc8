/** The offer under its row lock, which everything that touches its budget, slots or status takes first. */
import { and, eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { forbidden, notFound, Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { type OfferStatus, offers } from "@/db/schema/offer";
import type { BrandActor } from "../actor";

export type Offer = typeof offers.$inferSelect;

/** @throws Refusal 404 for another brand's offer */
export async function lockOffer(tx: Tx, actor: BrandActor, offer_id: string): Promise<Offer> {
  const [offer] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.id, offer_id), eq(offers.brand_id, actor.brand_id)))
    .for("update");
  if (!offer) throw notFound("offer");
  return offer;
}

/** Changes the status from exactly `from`. @throws Refusal `offer_status` {status} when the offer is not there any more */
export async function changeStatus(
  tx: Tx,
  offer: Offer,
  from: readonly OfferStatus[],
  set: Partial<Offer> & { status: OfferStatus },
): Promise<Offer> {
  if (!from.includes(offer.status))
    throw new Refusal("offer_status", { status: 409, params: { status: offer.status } });
  const [changed] = await tx
    .update(offers)
    .set({ ...set, updated_at: now() })
    .where(and(eq(offers.id, offer.id), eq(offers.status, offer.status)))
    .returning();
  if (!changed) throw new Error(`Offer ${offer.id} changed under its lock`);
  return changed;
}

export function requireEditor(actor: BrandActor): void {
  if (actor.role !== "owner" && actor.role !== "manager") throw forbidden("brand_role_too_low");
}

export function requireFinance(actor: BrandActor): void {
  if (actor.role === "viewer") throw forbidden("brand_role_too_low");
}
