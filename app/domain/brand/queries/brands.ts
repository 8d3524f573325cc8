/** All brands, for an operator: the verified first, in the order of their verification. */
import { asc, sql } from "drizzle-orm";
import { type Cursor, PAGE_SIZE, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";

const UNVERIFIED = "infinity";
const VERIFIED_AT = sql`coalesce(${brands.verified_at}, 'infinity'::timestamptz)`;

export const isBrandKey = (key: string) => key === UNVERIFIED || !Number.isNaN(Date.parse(key));

export function listBrands(tx: Queryable, after: Cursor | null = null, size = PAGE_SIZE) {
  const read = (max: number) =>
    tx
      .select({
        id: brands.id,
        name: brands.name,
        website: brands.website,
        country: brands.country,
        verified_at: brands.verified_at,
      })
      .from(brands)
      .where(
        after ? sql`(${VERIFIED_AT}, ${brands.id}) > (${after.key}::timestamptz, ${after.id})` : undefined,
      )
      .orderBy(asc(VERIFIED_AT), asc(brands.id))
      .limit(max);
  return pageOf(read, size, ({ verified_at, id }) => ({ key: verified_at?.toISOString() ?? UNVERIFIED, id }));
}
