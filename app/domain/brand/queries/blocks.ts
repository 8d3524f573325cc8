/** The creators a brand does not want to work with. */

import { desc, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { brand_blocks } from "@/db/schema/brand";
import { creators } from "@/db/schema/creator";
import type { BrandActor } from "../../actor";

export function listBlocks(tx: Queryable, actor: BrandActor) {
  return tx
    .select({
      creator_id: creators.id,
      handle: creators.handle,
      display_name: creators.display_name,
      reason: brand_blocks.reason,
      created_at: brand_blocks.created_at,
    })
    .from(brand_blocks)
    .innerJoin(creators, eq(creators.id, brand_blocks.creator_id))
    .where(eq(brand_blocks.brand_id, actor.brand_id))
    .orderBy(desc(brand_blocks.created_at));
}
