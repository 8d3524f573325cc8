/**
 * Locks a collaboration for a move. The order is the same everywhere: offer, collaboration, funding, accounts. The offer is locked
 * only for moves that touch its budget or slots, so that one offer's creators do not wait for each other over a tracking number.
 */

import { eq } from "drizzle-orm";
import type { CollaborationId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { notFound } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { collaborations } from "@/db/schema/collaboration";
import { creators } from "@/db/schema/creator";
import { offers } from "@/db/schema/offer";
import type { Actor } from "../actor";
import { touchesBudget } from "./lifecycle";
import type { CollaborationEvent } from "./vocabulary";

export type Collaboration = typeof collaborations.$inferSelect;

export type Locked = {
  row: Collaboration;
  offer: Pick<typeof offers.$inferSelect, "id" | "status" | "slots" | "slots_taken" | "marketplace_country">;
  creator: Pick<typeof creators.$inferSelect, "standing" | "suspended_until" | "country">;
  brand: Pick<typeof brands.$inferSelect, "time_zone" | "standing" | "suspended_until">;
};

/** @throws Refusal 404 when it does not exist or is not the actor's */
export async function lockCollaboration(
  tx: Tx,
  actor: Actor,
  id: CollaborationId,
  event: CollaborationEvent,
): Promise<Locked> {
  const [known] = await tx
    .select({ offer_id: collaborations.offer_id })
    .from(collaborations)
    .where(eq(collaborations.id, id));
  if (!known) throw notFound("collaboration");

  const offer_columns = {
    id: offers.id,
    status: offers.status,
    slots: offers.slots,
    slots_taken: offers.slots_taken,
    marketplace_country: offers.marketplace_country,
  };
  const offer_query = tx.select(offer_columns).from(offers).where(eq(offers.id, known.offer_id));
  const [offer] = touchesBudget(event) ? await offer_query.for("update") : await offer_query;
  const [row] = await tx.select().from(collaborations).where(eq(collaborations.id, id)).for("update");
  if (!offer || !row || !belongsTo(row, actor)) throw notFound("collaboration");

  const people = one(
    await tx
      .select({
        standing: creators.standing,
        suspended_until: creators.suspended_until,
        country: creators.country,
        time_zone: brands.time_zone,
        brand_standing: brands.standing,
        brand_suspended_until: brands.suspended_until,
      })
      .from(creators)
      .innerJoin(brands, eq(brands.id, row.brand_id))
      .where(eq(creators.id, row.creator_id)),
    "the creator",
  );
  const { time_zone, brand_standing, brand_suspended_until, ...creator } = people;
  const brand = { time_zone, standing: brand_standing, suspended_until: brand_suspended_until };
  return { row, offer, creator, brand };
}

/**
 * Locks the offer of a collaboration whose row the caller is about to lock for itself.
 * @throws Refusal 404
 */
export async function lockOfferOf(tx: Tx, collaboration_id: CollaborationId): Promise<void> {
  const [known] = await tx
    .select({ offer_id: collaborations.offer_id })
    .from(collaborations)
    .where(eq(collaborations.id, collaboration_id));
  if (!known) throw notFound("collaboration");
  await tx.select({ id: offers.id }).from(offers).where(eq(offers.id, known.offer_id)).for("update");
}

/** A stranger's collaboration answers like one that does not exist. */
export function belongsTo(row: Pick<Collaboration, "brand_id" | "creator_id">, actor: Actor): boolean {
  if (actor.kind === "brand") return row.brand_id === actor.brand_id;
  if (actor.kind === "creator") return row.creator_id === actor.creator_id;
  return true;
}
