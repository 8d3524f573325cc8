/** With which of their channels a creator may apply. */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { OfCreator } from "@/app/domain/actor";
import type { Platform } from "@/app/domain/creator/vocabulary";
import type { Queryable } from "@/db/client";
import { creator_channels } from "@/db/schema/creator";

/** The creator's proven channels on the wanted platforms, the largest first. */
export function fittingChannels(tx: Queryable, { creator_id }: OfCreator, platforms: readonly Platform[]) {
  return tx
    .select({
      id: creator_channels.id,
      platform: creator_channels.platform,
      handle: creator_channels.handle,
      followers: creator_channels.followers,
    })
    .from(creator_channels)
    .where(
      and(
        eq(creator_channels.creator_id, creator_id),
        inArray(creator_channels.platform, [...platforms]),
        sql`${creator_channels.verified_at} is not null`,
      ),
    )
    .orderBy(sql`${creator_channels.followers} desc`, asc(creator_channels.id));
}
