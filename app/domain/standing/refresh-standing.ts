/** Ends suspensions that have been served. */
import { and, asc, eq, lte } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { Tx } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { creators } from "@/db/schema/creator";
import { lockSubject, type Subject, setStanding, subjectOf } from "./subject";

/** The sweep's part; at most `limit` of each kind. @returns how many suspensions ended */
export async function refreshStandings(tx: Tx, limit: number): Promise<number> {
  const served: Subject[] = [];
  for (const [subject_kind, table] of [
    ["brand", brands],
    ["creator", creators],
  ] as const) {
    const rows = await tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.standing, "suspended"), lte(table.suspended_until, now())))
      .orderBy(asc(table.id))
      .limit(limit);
    served.push(...rows.map(({ id }) => subjectOf({ subject_kind, subject_id: id })));
  }
  let ended = 0;
  for (const subject of served) {
    // Judged again under the lock: a new strike may have prolonged it.
    const { standing, suspended_until } = await lockSubject(tx, subject);
    if (standing !== "suspended" || !suspended_until || suspended_until > now()) continue;
    await setStanding(tx, subject, { standing: "good", suspended_until: null });
    ended++;
  }
  return ended;
}
