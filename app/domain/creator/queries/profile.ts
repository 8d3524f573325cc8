/** A creator's own profile. */

import { asc, eq } from "drizzle-orm";
import { one } from "@/app/lib/one";
import type { Queryable } from "@/db/client";
import { creator_addresses, creator_channels, creators } from "@/db/schema/creator";
import type { OfCreator } from "../../actor";

export async function readProfile(tx: Queryable, { creator_id }: OfCreator) {
  const creator = one(await tx.select().from(creators).where(eq(creators.id, creator_id)), "the creator");
  const [address] = await tx
    .select()
    .from(creator_addresses)
    .where(eq(creator_addresses.creator_id, creator_id));
  const channels = await tx
    .select()
    .from(creator_channels)
    .where(eq(creator_channels.creator_id, creator_id))
    .orderBy(asc(creator_channels.platform), asc(creator_channels.handle));
  return { creator: creator, address: address ?? null, channels };
}
