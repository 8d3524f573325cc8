/** Who is notified: a creator of all that is theirs; of an organization whoever may act upon it, and never its viewers. */

import { and, eq, inArray } from "drizzle-orm";
import { BRAND_ROLES } from "@/app/domain/brand/vocabulary";
import type { BrandId, CreatorId, UserId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { brand_members } from "@/db/schema/brand";
import { creators } from "@/db/schema/creator";
import { type BrandRight, brandMay } from "../brand/roles";

/** `work` is what is done in collaborations, `money` what was paid, refunded or disputed, `standing` strikes and what follows from them. */
export type Topic = "work" | "money" | "standing";

const ACTS_UPON: Readonly<Record<Topic, BrandRight>> = { work: "edit", money: "fund", standing: "fund" };

export type Party = { brand_id: BrandId } | { creator_id: CreatorId };

/** @returns users' ids, in a stable order */
export async function recipientsOf(tx: Queryable, party: Party, topic: Topic): Promise<UserId[]> {
  if ("creator_id" in party) {
    const found = await tx
      .select({ user_id: creators.user_id })
      .from(creators)
      .where(eq(creators.id, party.creator_id));
    return found.map(({ user_id }) => user_id);
  }
  const roles = BRAND_ROLES.filter((role) => brandMay(role, ACTS_UPON[topic]));
  const found = await tx
    .select({ user_id: brand_members.user_id })
    .from(brand_members)
    .where(and(eq(brand_members.brand_id, party.brand_id), inArray(brand_members.role, roles)))
    .orderBy(brand_members.user_id);
  return found.map(({ user_id }) => user_id);
}
