/** With which of their channels a creator may apply. */
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { OfCreator } from "@/app/domain/actor";
import type { Platform } from "@/app/domain/creator/vocabulary";
import type { Queryable } from "@/db/client";
import { creator_channels } from "@/db/schema/creator";
import { FOLLOWERS, FOLLOWERS_COUNT, withFollowers } from "../followers";
import { USABLE_CHANNEL } from "../usable-channel";

/** The creator's proven channels on the wanted platforms, the largest first. */
export async function fittingChannels(
  tx: Queryable,
  { creator_id }: OfCreator,
  platforms: readonly Platform[],
) {
  const channels = await tx
    .select({
      id: creator_channels.id,
      platform: creator_channels.platform,
      handle: creator_channels.handle,
      ...FOLLOWERS,
    })
    .from(creator_channels)
    .where(
      and(
        eq(creator_channels.creator_id, creator_id),
        inArray(creator_channels.platform, [...platforms]),
        USABLE_CHANNEL,
      ),
    )
    .orderBy(desc(FOLLOWERS_COUNT), asc(creator_channels.id));
  return channels.map(withFollowers);
}
