/** Incidents as a list, and how many wait. */

import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { one } from "@/app/lib/one";
import { type Cursor, PAGE_SIZE, type Page, pageOf } from "@/app/lib/page";
import { pick } from "@/app/lib/pick";
import type { Queryable } from "@/db/client";
import { incidents } from "@/db/schema/audit";
import type { IncidentKind } from "../incident-kinds";

const INCIDENT = pick(incidents, [
  "id",
  "kind",
  "subject",
  "status",
  "expected",
  "found",
  "outcome",
  "last_seen_at",
  "closed_at",
  "closed_by_user_id",
  "created_at",
]);

export type IncidentRow = Pick<typeof incidents.$inferSelect, keyof typeof INCIDENT>;

/** Newest first. `limit` is the size of a page. */
export async function listIncidents(
  tx: Queryable,
  {
    status,
    after,
    limit = PAGE_SIZE,
  }: { status?: IncidentRow["status"]; after?: Cursor | null; limit?: number },
): Promise<Page<IncidentRow>> {
  const read = (max: number) =>
    tx
      .select(INCIDENT)
      .from(incidents)
      .where(
        and(
          status && eq(incidents.status, status),
          after
            ? sql`(${incidents.created_at}, ${incidents.id}) < (${after.key}::timestamptz, ${after.id})`
            : undefined,
        ),
      )
      .orderBy(desc(incidents.created_at), desc(incidents.id))
      .limit(max);
  return pageOf(read, limit, ({ created_at, id }) => ({ key: created_at.toISOString(), id }));
}

/** How many wait for an operator; of these kinds, or of all. */
export async function countOpenIncidents(tx: Queryable, kinds?: readonly IncidentKind[]): Promise<number> {
  const row = one(
    await tx
      .select({ n: sql<number>`count(*)::int` })
      .from(incidents)
      .where(and(eq(incidents.status, "open"), kinds && inArray(incidents.kind, [...kinds]))),
    "the count of incidents",
  );
  return row.n;
}
