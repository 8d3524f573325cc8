/** Reads of a creator's own profile. */
import { asc, eq, isNull } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { creator_addresses, creator_channels, creators } from "@/db/schema/creator";

export async function readProfile(tx: Queryable, creator_id: string) {
  const [creator] = await tx.select().from(creators).where(eq(creators.id, creator_id));
  const [address] = await tx
    .select()
    .from(creator_addresses)
    .where(eq(creator_addresses.creator_id, creator_id));
  const channels = await tx
    .select()
    .from(creator_channels)
    .where(eq(creator_channels.creator_id, creator_id))
    .orderBy(asc(creator_channels.platform), asc(creator_channels.handle));
  return { creator: creator!, address: address ?? null, channels };
}

/** Channels whose proof nobody has found yet: the operator may look. */
export function listUnverifiedChannels(tx: Queryable, limit = 50) {
  return tx
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
    .where(isNull(creator_channels.verified_at))
    .orderBy(asc(creator_channels.created_at))
    .limit(limit);
}
