/** A brand is about to pay a draft in: the amount is fixed here, before Stripe is asked. */
import { and, eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { newId } from "@/app/lib/ids";
import { Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { fundings } from "@/db/schema/offer";
import type { BrandActor } from "../actor";
import { requireBrandRight } from "../brand/roles";
import { assertGoodStanding } from "../standing/queries";
import { offerTotal } from "./fee";
import { lockOffer, requireStatus } from "./lock-offer";

/**
 * One open funding an offer: pressing the button again goes on with the same one. The draft cannot change its price while one is open
 * (see draft-offer), so an open one always fits.
 *
 * @returns the funding's id, for which app/stripe/checkout opens a pay page
 * @throws Refusal 404 · 403 `brand_role_too_low`, `blacklisted`, `suspended` · 409 `offer_status` · 422 `closes_too_soon`
 */
export async function startFunding(tx: Tx, actor: BrandActor, offer_id: string): Promise<string> {
  requireBrandRight(actor, "fund");
  const offer = await lockOffer(tx, actor, offer_id);
  requireStatus(offer, ["draft"]);
  await assertGoodStanding(tx, { subject_kind: "brand", subject_id: actor.brand_id });
  // Else the money would come in and go straight back.
  if (offer.closes_at && offer.closes_at <= now()) throw new Refusal("closes_too_soon");

  const [open] = await tx
    .select({ id: fundings.id })
    .from(fundings)
    .where(and(eq(fundings.offer_id, offer.id), eq(fundings.status, "pending")));
  if (open) return open.id;
  const id = newId("funding");
  await tx.insert(fundings).values({
    id,
    offer_id: offer.id,
    brand_id: offer.brand_id,
    currency: offer.currency,
    amount_minor: offerTotal(offer),
  });
  return id;
}
