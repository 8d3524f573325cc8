/** A draft: made and changed freely until its money is there. */

import { and, eq, inArray } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { type AssetId, newId, type OfferId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { assets } from "@/db/schema/asset";
import { brand_members } from "@/db/schema/brand";
import { offer_payments, offer_photos, offers } from "@/db/schema/offer";
import type { BrandActor } from "../actor";
import { requireBrandRight } from "../brand/roles";
import { offerTotal, platformFee } from "./fee";
import type { OfferInput } from "./input";
import { lockOffer, type Offer, requireStatus } from "./lock-offer";

export const MAX_PHOTOS = 6;

export async function createOffer(
  tx: Tx,
  actor: BrandActor,
  input: OfferInput,
  photo_ids: readonly AssetId[] = [],
  id = newId("offer"),
): Promise<Offer> {
  requireBrandRight(actor, "edit");
  const offer = one(
    await tx
      .insert(offers)
      .values({
        id,
        brand_id: actor.brand_id,
        ...input,
        platform_fee_minor: platformFee(input.fee_minor, input.currency),
        updated_at: now(),
      })
      .returning(),
    "the offer",
  );
  await replacePhotos(tx, actor, offer.id, photo_ids);
  return offer;
}

/** @throws Refusal `offer_status` once it is funded: what creators saw may not change · `payment_open` when the price changes under an open Checkout */
export async function changeUnpaidOffer(
  tx: Tx,
  actor: BrandActor,
  offer_id: OfferId,
  input: OfferInput,
  photo_ids: readonly AssetId[],
): Promise<Offer> {
  requireBrandRight(actor, "edit");
  const offer = await lockOffer(tx, actor, offer_id);
  requireStatus(offer, ["unpaid"]);
  const priced = { ...input, platform_fee_minor: platformFee(input.fee_minor, input.currency) };
  const [open] = await tx
    .select({ amount_minor: offer_payments.amount_minor, currency: offer_payments.currency })
    .from(offer_payments)
    .where(and(eq(offer_payments.offer_id, offer.id), eq(offer_payments.status, "pending")));
  // The amount on the open pay page was reckoned from the draft as it stood; words may still change, the price may not.
  if (open && (open.amount_minor !== offerTotal(priced) || open.currency !== input.currency))
    throw new Refusal("payment_open", { status: 409 });
  const changed = one(
    await tx
      .update(offers)
      .set({ ...priced, updated_at: now() })
      .where(eq(offers.id, offer.id))
      .returning(),
    "the offer",
  );
  await replacePhotos(tx, actor, offer.id, photo_ids);
  return changed;
}

/** Only pictures that somebody of this brand uploaded: one may begin an offer that another finishes; their order is the order shown. */
async function replacePhotos(
  tx: Tx,
  actor: BrandActor,
  offer_id: OfferId,
  photo_ids: readonly AssetId[],
): Promise<void> {
  const wanted = [...new Set(photo_ids)];
  if (wanted.length > MAX_PHOTOS) throw new Refusal("too_many_photos", { params: { max: MAX_PHOTOS } });
  const before = await tx
    .select({ asset_id: offer_photos.asset_id })
    .from(offer_photos)
    .where(eq(offer_photos.offer_id, offer_id));
  const kept = new Set(before.map(({ asset_id }) => asset_id));
  const fresh = wanted.filter((asset_id) => !kept.has(asset_id));
  const own = fresh.length
    ? await tx
        .select({ id: assets.id })
        .from(assets)
        .innerJoin(brand_members, eq(brand_members.user_id, assets.owner_user_id))
        .where(and(inArray(assets.id, fresh), eq(brand_members.brand_id, actor.brand_id)))
    : [];
  if (own.length !== fresh.length) throw new Refusal("photo_unknown");
  await tx.delete(offer_photos).where(eq(offer_photos.offer_id, offer_id));
  if (wanted.length)
    await tx
      .insert(offer_photos)
      .values(wanted.map((asset_id, position) => ({ offer_id, asset_id, position })));
}
