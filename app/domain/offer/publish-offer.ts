/** An offer whose money is there goes out, rests, and goes out again. */

import { now } from "@/app/lib/clock";
import type { OfferId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import type { BrandActor } from "../actor";
import { requireBrandRight } from "../brand/roles";
import { emit } from "../outbox/emit";
import { assertGoodStanding } from "../standing/assert-good-standing";
import { changeStatus, lockOffer, type Offer } from "./lock-offer";

/**
 * funded → live. Paying in does this by itself for a brand in good standing (receive-payment).
 * @throws Refusal 404 · 403 `brand_role_too_low`, `blacklisted`, `suspended` · 409 `offer_status`
 */
export async function publishOffer(tx: Tx, actor: BrandActor, offer_id: OfferId): Promise<Offer> {
  requireBrandRight(actor, "edit");
  const locked = await lockOffer(tx, actor, offer_id);
  await assertGoodStanding(tx, { subject_kind: "brand", subject_id: actor.brand_id });
  const offer = await changeStatus(tx, locked, ["funded"], { status: "live", live_at: now() });
  await emit(tx, "offer/live", { offer_id: offer.id, closes_at: offer.closes_at?.toISOString() ?? null });
  return offer;
}

/** Nobody new can apply; what runs goes on. @throws Refusal 404 · 403 `brand_role_too_low` · 409 `offer_status` */
export async function pauseOffer(tx: Tx, actor: BrandActor, offer_id: OfferId): Promise<Offer> {
  requireBrandRight(actor, "edit");
  return changeStatus(tx, await lockOffer(tx, actor, offer_id), ["live"], { status: "paused" });
}

/** `live_at` stays what it was: pausing must not bring an old offer back to the top. @throws as `publishOffer` */
export async function resumeOffer(tx: Tx, actor: BrandActor, offer_id: OfferId): Promise<Offer> {
  requireBrandRight(actor, "edit");
  const locked = await lockOffer(tx, actor, offer_id);
  await assertGoodStanding(tx, { subject_kind: "brand", subject_id: actor.brand_id });
  return changeStatus(tx, locked, ["paused"], { status: "live" });
}
