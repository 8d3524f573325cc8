/**
 * An offer ends: nobody new is taken on, whoever was not yet is told so, and what no slot has claimed goes back to the card it came from.
 * Stands beside the collaborations that it ends, which know of offers; an offer knows nothing of them.
 */
import { and, asc, inArray, lte } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { OfferId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { offers } from "@/db/schema/offer";
import { type BrandActor, SYSTEM, type SystemActor } from "../actor";
import { requireBrandRight } from "../brand/roles";
import { changeStatus, lockOffer } from "../offer/lock-offer";
import { refundUnclaimed } from "../offer/refund-unclaimed";
import { endOpenApplications } from "./end-open-applications";

const OPEN = ["unpaid", "funded", "live", "paused"] as const;

/**
 * Running collaborations go on with what is held for them; what they free later goes back to the card then.
 * @returns what is refunded now, in minor units of the offer's currency
 * @throws Refusal 404 · 403 `brand_role_too_low` · 409 `offer_status` when it is closed already
 */
export async function closeOffer(
  tx: Tx,
  actor: BrandActor | SystemActor,
  offer_id: OfferId,
): Promise<number> {
  if (actor.kind === "brand") requireBrandRight(actor, "fund");
  const offer = await changeStatus(tx, await lockOffer(tx, actor, offer_id), OPEN, {
    status: "closed",
    closed_at: now(),
  });
  await endOpenApplications(tx, offer.id);
  return refundUnclaimed(tx, offer);
}

/** Asked by the job that slept until the offer's last day. @returns whether it was closed; not when it is no longer due */
export async function closeExpiredOffer(tx: Tx, offer_id: OfferId): Promise<boolean> {
  const offer = await lockOffer(tx, SYSTEM, offer_id);
  if (!offer.closes_at || offer.closes_at > now() || offer.status === "closed") return false;
  await closeOffer(tx, SYSTEM, offer_id);
  return true;
}

/** The sweep's part. Drafts stay: nobody sees them and nothing is paid. @returns how many were closed */
export async function closeExpiredOffers(tx: Tx, limit: number): Promise<number> {
  const due = await tx
    .select({ id: offers.id })
    .from(offers)
    .where(and(inArray(offers.status, ["funded", "live", "paused"]), lte(offers.closes_at, now())))
    .orderBy(asc(offers.id))
    .limit(limit);
  let closed = 0;
  for (const { id } of due) if (await closeExpiredOffer(tx, id)) closed++;
  return closed;
}
