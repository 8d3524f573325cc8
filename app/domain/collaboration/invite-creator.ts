/** A brand asks a creator to take a slot of a live offer. */

import { and, desc, eq, inArray } from "drizzle-orm";
import type { CreatorId, OfferId } from "@/app/lib/ids";
import { forbidden, notFound, Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { creator_channels } from "@/db/schema/creator";
import { offers } from "@/db/schema/offer";
import type { BrandActor } from "../actor";
import { FOLLOWERS_COUNT } from "../creator/followers";
import { USABLE_CHANNEL } from "../creator/usable-channel";
import { begin } from "./begin";
import type { Collaboration } from "./lock";

export type Invitation = { offer_id: OfferId; creator_id: CreatorId; message: string };

/** Picks the creator's verified channel with the most followers among the channels wanted. @throws Refusal `no_fitting_channel` */
export async function inviteCreator(tx: Tx, actor: BrandActor, input: Invitation): Promise<Collaboration> {
  if (actor.role === "viewer") throw forbidden();
  const [offer] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.id, input.offer_id), eq(offers.brand_id, actor.brand_id)));
  if (!offer) throw notFound("offer");
  const [channel] = await tx
    .select({ id: creator_channels.id })
    .from(creator_channels)
    .where(
      and(
        eq(creator_channels.creator_id, input.creator_id),
        inArray(creator_channels.platform, offer.channels),
        USABLE_CHANNEL,
      ),
    )
    .orderBy(desc(FOLLOWERS_COUNT))
    .limit(1);
  if (!channel) throw new Refusal("no_fitting_channel");
  return begin(tx, actor, {
    event: "invite",
    offer_id: offer.id,
    creator_id: input.creator_id,
    channel_id: channel.id,
    pitch: input.message,
  });
}
