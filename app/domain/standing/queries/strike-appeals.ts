/** Strike appeals that wait for an operator. */

import { and, asc, count, eq, sql } from "drizzle-orm";
import { type Cursor, PAGE_SIZE, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { creators } from "@/db/schema/creator";
import { strike_appeals } from "@/db/schema/standing";
import { subjectOf } from "../subject";

const APPEAL = {
  id: strike_appeals.id,
  subject_kind: strike_appeals.subject_kind,
  subject_id: strike_appeals.subject_id,
  statement: strike_appeals.statement,
  created_at: strike_appeals.created_at,
} as const;

export async function countOpenStrikeAppeals(tx: Queryable): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(strike_appeals).where(eq(strike_appeals.status, "open"));
  return row?.n ?? 0;
}

/** Appeals that wait for an operator, oldest first, each with the name of who appeals. */
export async function listOpenStrikeAppeals(tx: Queryable, after: Cursor | null = null, size = PAGE_SIZE) {
  const read = (max: number) =>
    tx
      .select({ appeal: APPEAL, creator_name: creators.display_name, brand_name: brands.name })
      .from(strike_appeals)
      .leftJoin(
        creators,
        and(eq(strike_appeals.subject_kind, "creator"), eq(creators.id, strike_appeals.subject_id)),
      )
      .leftJoin(
        brands,
        and(eq(strike_appeals.subject_kind, "brand"), eq(brands.id, strike_appeals.subject_id)),
      )
      .where(
        and(
          eq(strike_appeals.status, "open"),
          after
            ? sql`(${strike_appeals.created_at}, ${strike_appeals.id}) > (${after.key}::timestamptz, ${after.id})`
            : undefined,
        ),
      )
      .orderBy(asc(strike_appeals.created_at), asc(strike_appeals.id))
      .limit(max);
  const { rows, next } = await pageOf(read, size, ({ appeal }) => ({
    key: appeal.created_at.toISOString(),
    id: appeal.id,
  }));
  return {
    rows: rows.map(({ appeal, creator_name, brand_name }) => ({
      ...appeal,
      ...subjectOf(appeal),
      subject_name: creator_name ?? brand_name ?? "",
    })),
    next,
  };
}
