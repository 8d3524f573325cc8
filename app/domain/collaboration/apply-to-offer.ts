/** A creator asks for a slot. */

import { eq } from "drizzle-orm";
import type { ChannelId, OfferId } from "@/app/lib/ids";
import { notFound, Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { offers } from "@/db/schema/offer";
import type { CreatorActor } from "../actor";
import { evaluateEligibility } from "../offer/eligibility";
import { begin } from "./begin";
import type { Collaboration } from "./lock";

export type Application = { offer_id: OfferId; channel_id: ChannelId; pitch: string };

/** @throws Refusal `blacklisted`, `suspended`, `not_eligible` {reasons}, and those of `begin` */
export async function applyToOffer(tx: Tx, actor: CreatorActor, input: Application): Promise<Collaboration> {
  const [offer] = await tx.select().from(offers).where(eq(offers.id, input.offer_id));
  if (!offer) throw notFound("offer");
  const eligibility = await evaluateEligibility(tx, actor.creator_id, offer);
  const standing = eligibility.reasons.find(
    (reason) => reason.code === "blacklisted" || reason.code === "suspended",
  );
  if (standing) throw new Refusal(standing.code, { status: 403, params: standing.params });
  if (!eligibility.eligible)
    throw new Refusal("not_eligible", {
      status: 403,
      params: { reasons: eligibility.reasons.map(({ code }) => code).join(",") },
    });
  return begin(tx, actor, { event: "apply", creator_id: actor.creator_id, ...input });
}
