/** An offer as anybody may see it. */

import { and, eq, inArray } from "drizzle-orm";
import type { OfferId } from "@/app/lib/ids";
import { notFound } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { offers } from "@/db/schema/offer";
import { readBrandRecord } from "../../brand/queries/brand-record";
import { photosOf } from "./photos";

/** An offer as anybody may see it. @throws Refusal 404 for one whose money is not there, or that is closed */
export async function readPublicOffer(tx: Queryable, offer_id: OfferId) {
  const [row] = await tx
    .select({
      offer: offers,
      brand: {
        id: brands.id,
        name: brands.name,
        about: brands.about,
        country: brands.country,
        website: brands.website,
        verified_at: brands.verified_at,
      },
    })
    .from(offers)
    .innerJoin(brands, eq(brands.id, offers.brand_id))
    .where(and(eq(offers.id, offer_id), inArray(offers.status, ["live", "paused"])));
  if (!row) throw notFound("offer");
  const { sample_code: _code, platform_fee_minor: _fee, ...offer } = row.offer;
  return {
    offer,
    brand: row.brand,
    photo_ids: await photosOf(tx, offer_id),
    brand_record: await readBrandRecord(tx, row.brand.id),
  };
}
