/** Reads of standings: the inputs are always shown with the verdict. */

import { and, desc, eq } from "drizzle-orm";
import type { Standing } from "@/app/domain/standing/vocabulary";
import { now } from "@/app/lib/clock";
import { pick } from "@/app/lib/pick";
import type { Queryable } from "@/db/client";
import { strike_appeals, type strikes } from "@/db/schema/standing";
import { appealUntil, effective } from "../effective";
import { readStrikes } from "../evaluate-standing";
import { BLACKLISTED_FROM_POINTS, isLive, SUSPENDED_FROM_POINTS, tally } from "../points";
import { readSubject, type Subject } from "../subject";

/** What is shown of a strike: not which operator recorded it. */
const STRIKE = [
  "id",
  "kind",
  "points",
  "collaboration_id",
  "reason",
  "at",
  "decays_at",
  "lifted_at",
] as const;
type Strike = Pick<typeof strikes.$inferSelect, (typeof STRIKE)[number]>;
const APPEAL = pick(strike_appeals, [
  "id",
  "statement",
  "status",
  "decision_reason",
  "decided_at",
  "created_at",
]);

export type StandingReport = {
  standing: Standing;
  suspended_until: Date | null;
  /** Points that count at present, and where they lead. */
  points: number;
  suspended_from_points: number;
  blacklisted_from_points: number;
  /** Ghostings of the last twelve months. */
  ghosts: number;
  /** Oldest first; `counts` says whether a strike still weighs. */
  strikes: Array<Strike & { counts: boolean }>;
  appeals: Array<Pick<typeof strike_appeals.$inferSelect, keyof typeof APPEAL>>;
  /** Until when the present standing may be appealed; null when there is nothing to appeal or an appeal is open. */
  appeal_until: Date | null;
};

/** @throws when there is no such subject (a fault of ours) */
export async function standingOf(tx: Queryable, subject: Subject): Promise<StandingReport> {
  const stored = await readSubject(tx, subject);
  if (!stored) throw new Error(`No ${subject.subject_kind} ${subject.subject_id}`);
  const at = now();
  const record = await readStrikes(tx, subject);
  const appeals = await tx
    .select(APPEAL)
    .from(strike_appeals)
    .where(
      and(
        eq(strike_appeals.subject_kind, subject.subject_kind),
        eq(strike_appeals.subject_id, subject.subject_id),
      ),
    )
    .orderBy(desc(strike_appeals.created_at));
  const { points, ghosts } = tally(record, at);
  return {
    ...effective(stored, at),
    points,
    suspended_from_points: SUSPENDED_FROM_POINTS,
    blacklisted_from_points: BLACKLISTED_FROM_POINTS,
    ghosts,
    strikes: record.map((strike) => ({ ...pick(strike, STRIKE), counts: isLive(strike, at) })),
    appeals,
    appeal_until: appealUntil(record, appeals, at),
  };
}
