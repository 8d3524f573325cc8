/** The photos of an offer, in their order. */

import { asc, eq, sql } from "drizzle-orm";
import type { AssetId, OfferId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { offer_photos } from "@/db/schema/offer";

// Written out with its tables' names: Drizzle leaves them away where a query has no join, and `offer_id = id` would mean another row.
export const first_photo = sql<
  string | null
>`(select p.asset_id from offer_photos p where p.offer_id = offers.id order by p.position limit 1)`;

export async function photosOf(tx: Queryable, offer_id: OfferId): Promise<AssetId[]> {
  const rows = await tx
    .select({ id: offer_photos.asset_id })
    .from(offer_photos)
    .where(eq(offer_photos.offer_id, offer_id))
    .orderBy(asc(offer_photos.position));
  return rows.map(({ id }) => id);
}
