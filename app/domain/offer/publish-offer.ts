/** An offer whose money is there goes out, rests, and goes out again. */

import { now } from "@/app/lib/clock";
import type { Tx } from "@/db/client";
import type { BrandActor } from "../actor";
import { emit } from "../outbox/emit";
import { changeStatus, lockOffer, type Offer, requireEditor } from "./lock-offer";

/** funded → live; payment does this by itself for a brand in good standing. */
export async function publishOffer(tx: Tx, actor: BrandActor, offer_id: string): Promise<Offer> {
  requireEditor(actor);
  const offer = await changeStatus(tx, await lockOffer(tx, actor, offer_id), ["funded"], {
    status: "live",
    live_at: now(),
  });
  await emit(tx, "offer/live", { offer_id: offer.id, closes_at: offer.closes_at?.toISOString() ?? null });
  return offer;
}

/** Nobody new can apply; what runs goes on. */
export async function pauseOffer(tx: Tx, actor: BrandActor, offer_id: string): Promise<Offer> {
  requireEditor(actor);
  return changeStatus(tx, await lockOffer(tx, actor, offer_id), ["live"], { status: "paused" });
}

export async function resumeOffer(tx: Tx, actor: BrandActor, offer_id: string): Promise<Offer> {
  requireEditor(actor);
  return changeStatus(tx, await lockOffer(tx, actor, offer_id), ["paused"], { status: "live" });
}
