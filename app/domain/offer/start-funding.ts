/** A brand is about to pay a draft in: the amount is fixed here, before Stripe is asked. */
import { and, eq } from "drizzle-orm";
import { newId } from "@/app/lib/ids";
import { Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { fundings } from "@/db/schema/offer";
import type { BrandActor } from "../actor";
import { offerTotal } from "./fee";
import { lockOffer, requireFinance } from "./lock-offer";

/** One open funding an offer: pressing the button again goes on with the same one. @returns its id */
export async function startFunding(tx: Tx, actor: BrandActor, offer_id: string): Promise<string> {
  requireFinance(actor);
  const offer = await lockOffer(tx, actor, offer_id);
  if (offer.status !== "draft")
    throw new Refusal("offer_status", { status: 409, params: { status: offer.status } });
  const [open] = await tx
    .select({ id: fundings.id })
    .from(fundings)
    .where(and(eq(fundings.offer_id, offer.id), eq(fundings.status, "pending")));
  if (open) return open.id;
  const id = newId("funding");
  await tx
    .insert(fundings)
    .values({
      id,
      offer_id: offer.id,
      brand_id: offer.brand_id,
      currency: offer.currency,
      amount_minor: offerTotal(offer),
    });
  return id;
}
