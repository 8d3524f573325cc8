/** Channels that nobody has verified yet, for an operator. */

import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import { type Cursor, PAGE_SIZE, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { creator_channels, creators } from "@/db/schema/creator";

export async function countUnverifiedChannels(tx: Queryable): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(creator_channels)
    .where(isNull(creator_channels.verified_at));
  return row?.n ?? 0;
}

/** Whoever has waited longest first. */
export function listUnverifiedChannels(tx: Queryable, after: Cursor | null = null, size = PAGE_SIZE) {
  const read = (max: number) =>
    tx
      .select({
        id: creator_channels.id,
        platform: creator_channels.platform,
        handle: creator_channels.handle,
        url: creator_channels.url,
        verification_code: creator_channels.verification_code,
        creator_handle: creators.handle,
        created_at: creator_channels.created_at,
      })
      .from(creator_channels)
      .innerJoin(creators, eq(creators.id, creator_channels.creator_id))
      .where(
        and(
          isNull(creator_channels.verified_at),
          after
            ? sql`(${creator_channels.created_at}, ${creator_channels.id}) > (${after.key}::timestamptz, ${after.id})`
            : undefined,
        ),
      )
      .orderBy(asc(creator_channels.created_at), asc(creator_channels.id))
      .limit(max);
  return pageOf(read, size, ({ created_at, id }) => ({ key: created_at.toISOString(), id }));
}
