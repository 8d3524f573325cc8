/** How a brand has treated its creators. */

import { eq, sql } from "drizzle-orm";
import type { BrandId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import type { Queryable } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";

/** How a brand has treated its creators so far. */
export async function readBrandRecord(tx: Queryable, brand_id: BrandId) {
  return one(
    await tx
      .select({
        agreed: sql<number>`count(*) filter (where ${collaborations.agreed_at} is not null)::int`,
        approved: sql<number>`count(*) filter (where ${collaborations.approved_at} is not null)::int`,
        rejected: sql<number>`count(*) filter (where ${collaborations.state} = 'refunded')::int`,
      })
      .from(collaborations)
      .where(eq(collaborations.brand_id, brand_id)),
    "the counts of a brand's collaborations",
  );
}
