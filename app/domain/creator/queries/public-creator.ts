/** A creator as anybody may see them. */

import { and, desc, eq } from "drizzle-orm";
import { notFound } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { creator_channels, creators } from "@/db/schema/creator";
import { FOLLOWERS, FOLLOWERS_COUNT, withFollowers } from "../followers";
import { USABLE_CHANNEL } from "../usable-channel";
import { readDeliveryRecord } from "./delivery-record";

/** @throws Refusal 404 */
export async function readPublicCreator(tx: Queryable, handle: string) {
  const [creator] = await tx
    .select({
      id: creators.id,
      handle: creators.handle,
      display_name: creators.display_name,
      bio: creators.bio,
      country: creators.country,
      categories: creators.categories,
      avatar_asset_id: creators.avatar_asset_id,
      standing: creators.standing,
      created_at: creators.created_at,
    })
    .from(creators)
    .where(eq(creators.handle, handle.toLowerCase()));
  if (!creator) throw notFound("creator");
  const channels = await tx
    .select({
      platform: creator_channels.platform,
      handle: creator_channels.handle,
      url: creator_channels.url,
      ...FOLLOWERS,
      engagement_bps: creator_channels.engagement_bps,
    })
    .from(creator_channels)
    .where(and(eq(creator_channels.creator_id, creator.id), USABLE_CHANNEL))
    .orderBy(desc(FOLLOWERS_COUNT));
  return { creator, channels: channels.map(withFollowers), record: await readDeliveryRecord(tx, creator.id) };
}
