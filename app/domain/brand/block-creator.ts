/** A brand's own block list. What runs goes on; nothing new begins. */

import { and, eq } from "drizzle-orm";
import type { CreatorId } from "@/app/lib/ids";
import { notFound, Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { brand_blocks } from "@/db/schema/brand";
import { creators } from "@/db/schema/creator";
import type { BrandActor } from "../actor";
import { requireBrandRight } from "./roles";

/** @throws Refusal `reason_missing` · 404 */
export async function blockCreator(
  tx: Tx,
  actor: BrandActor,
  input: { creator_id: CreatorId; reason: string },
): Promise<void> {
  requireBrandRight(actor, "edit");
  const reason = input.reason.trim();
  if (reason.length < 3) throw new Refusal("reason_missing", { params: { min: 3 } });
  const [creator] = await tx
    .select({ id: creators.id })
    .from(creators)
    .where(eq(creators.id, input.creator_id));
  if (!creator) throw notFound("creator");
  await tx
    .insert(brand_blocks)
    .values({ brand_id: actor.brand_id, creator_id: creator.id, reason })
    .onConflictDoNothing();
}

export async function unblockCreator(tx: Tx, actor: BrandActor, creator_id: CreatorId): Promise<void> {
  requireBrandRight(actor, "edit");
  await tx
    .delete(brand_blocks)
    .where(and(eq(brand_blocks.brand_id, actor.brand_id), eq(brand_blocks.creator_id, creator_id)));
}
