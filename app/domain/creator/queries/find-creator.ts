/** Which creator somebody means. */

import { eq } from "drizzle-orm";
import type { CreatorId, UserId } from "@/app/lib/ids";
import { Refusal } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { creators } from "@/db/schema/creator";

/** The creator's id; null for a user who has not made a profile yet. */
export async function creatorIdOf(tx: Queryable, user_id: UserId): Promise<CreatorId | null> {
  const [creator] = await tx.select({ id: creators.id }).from(creators).where(eq(creators.user_id, user_id));
  return creator?.id ?? null;
}

/** @param typed a handle as people type it, with or without @ · @throws Refusal 422 `creator_unknown` */
export async function creatorNamed(tx: Queryable, typed: string): Promise<CreatorId> {
  const handle = typed.trim().replace(/^@/, "").toLowerCase();
  const [creator] = await tx.select({ id: creators.id }).from(creators).where(eq(creators.handle, handle));
  if (!creator) throw new Refusal("creator_unknown", { params: { handle } });
  return creator.id;
}
