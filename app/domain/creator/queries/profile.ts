/** A creator's own profile. */

import { asc, eq } from "drizzle-orm";
import { one } from "@/app/lib/one";
import { pick } from "@/app/lib/pick";
import type { Queryable } from "@/db/client";
import { creator_addresses, creator_channels, creators } from "@/db/schema/creator";
import type { OfCreator } from "../../actor";
import { withFollowers } from "../followers";

const CREATOR = pick(creators, [
  "handle",
  "display_name",
  "bio",
  "country",
  "categories",
  "avatar_asset_id",
  "transfers_active",
]);
const ADDRESS = pick(creator_addresses, [
  "full_name",
  "line1",
  "line2",
  "city",
  "region",
  "postal_code",
  "country",
  "phone",
]);
/** With the code by which a channel is proven: it is the creator's own to copy. */
const CHANNEL = pick(creator_channels, [
  "id",
  "platform",
  "handle",
  "url",
  "followers",
  "seen_followers",
  "seen_at",
  "engagement_bps",
  "verification_code",
  "verified_at",
  "former_handle",
  "lost_because",
  "lost_at",
]);

export async function readProfile(tx: Queryable, { creator_id }: OfCreator) {
  const creator = one(
    await tx.select(CREATOR).from(creators).where(eq(creators.id, creator_id)),
    "the creator",
  );
  const [address] = await tx
    .select(ADDRESS)
    .from(creator_addresses)
    .where(eq(creator_addresses.creator_id, creator_id));
  const channels = await tx
    .select(CHANNEL)
    .from(creator_channels)
    .where(eq(creator_channels.creator_id, creator_id))
    .orderBy(asc(creator_channels.platform), asc(creator_channels.handle));
  return { creator: creator, address: address ?? null, channels: channels.map(withFollowers) };
}
