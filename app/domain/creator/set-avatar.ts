/** The picture beside a creator's name. */

import { eq } from "drizzle-orm";
import type { CreatorId, UserId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { type Picture, storePicture } from "../asset/store-picture";

/** Makes `picture` the avatar of `creator_id`. Read pictures before the transaction: decoding takes long. */
export async function setAvatar(
  tx: Tx,
  { creator_id, user_id }: { creator_id: CreatorId; user_id: UserId },
  picture: Picture,
): Promise<void> {
  const avatar_asset_id = await storePicture(tx, user_id, picture);
  await tx.update(creators).set({ avatar_asset_id }).where(eq(creators.id, creator_id));
}
