/** Brings a standing in line with its record and tells the person when it got worse. The caller holds the subject's lock. */
import { and, eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { Tx } from "@/db/client";
import { strikes } from "@/db/schema/standing";
import { emit } from "../outbox/emit";
import { standingFrom } from "./points";
import { lockStanding, type StandingRow, type Subject, usersBehind, writeStanding } from "./subject";

export async function recomputeStanding(tx: Tx, subject: Subject): Promise<StandingRow> {
  const before = await lockStanding(tx, subject);
  const record = await tx
    .select()
    .from(strikes)
    .where(and(eq(strikes.subject_kind, subject.subject_kind), eq(strikes.subject_id, subject.subject_id)));
  const after = standingFrom(record, now());
  // A blacklisting ends by an operator's word only, never by points that decay quietly.
  if (before.standing === "blacklisted") return before;
  if (
    after.standing === before.standing &&
    after.suspended_until?.getTime() === before.suspended_until?.getTime()
  )
    return before;
  await writeStanding(tx, subject, after);
  if (after.standing !== "good" && after.standing !== before.standing)
    for (const user_id of await usersBehind(tx, subject))
      await emit(tx, "email/requested", {
        template: after.standing,
        user_id,
        params: after.suspended_until ? { until: after.suspended_until.toISOString() } : {},
      });
  return after;
}
