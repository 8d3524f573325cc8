/** The strike that a move costs, where its row of the table names one and the conditions of that strike hold. */

import { and, desc, eq, gt, type SQL } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { Queryable, Tx } from "@/db/client";
import { collaboration_events, collaborations } from "@/db/schema/collaboration";
import { strikes } from "@/db/schema/standing";
import { reviews, submissions, verifications } from "@/db/schema/verification";
import { DECAY_DAYS, daysAfter } from "../standing/points";
import { recordStrike } from "../standing/record-strike";
import { lockSubject, type Subject } from "../standing/subject";
import type { StrikeKind } from "../standing/vocabulary";
import type { StrikeCondition, Transition } from "./lifecycle";
import type { Collaboration } from "./lock";

const CONDITIONS: Record<StrikeCondition, (tx: Tx, row: Collaboration) => Promise<boolean>> = {
  disclosure_missing: disclosureMissing,
  rejected: wasRejected,
};

/** Called before the move itself is recorded: what is counted are the earlier ones. */
export async function takeStrike(tx: Tx, row: Collaboration, transition: Transition): Promise<void> {
  const rule = transition.strike;
  if (!rule) return;
  const subject: Subject =
    rule.who === "brand"
      ? { subject_kind: "brand", subject_id: row.brand_id }
      : { subject_kind: "creator", subject_id: row.creator_id };
  if (rule.if && !(await CONDITIONS[rule.if](tx, row))) return;
  if (rule.once_in && !(await completes(tx, subject, transition, { kind: rule.kind, once_in: rule.once_in })))
    return;
  await recordStrike(tx, { ...subject, kind: rule.kind, collaboration_id: row.id });
}

/** The last look at the post found no disclosure. */
async function disclosureMissing(tx: Queryable, row: Collaboration): Promise<boolean> {
  const [look] = await tx
    .select({ checks: verifications.checks })
    .from(verifications)
    .innerJoin(submissions, eq(submissions.id, verifications.submission_id))
    .where(eq(submissions.collaboration_id, row.id))
    .orderBy(desc(submissions.round), desc(verifications.attempt))
    .limit(1);
  return look?.checks.some(({ check, verdict }) => check === "disclosure" && verdict === "failed") ?? false;
}

/** The brand's last word was a rejection. */
async function wasRejected(tx: Queryable, row: Collaboration): Promise<boolean> {
  const [last] = await tx
    .select({ decision: reviews.decision })
    .from(reviews)
    .where(eq(reviews.collaboration_id, row.id))
    .orderBy(desc(reviews.created_at), desc(reviews.id))
    .limit(1);
  return last?.decision === "reject";
}

/**
 * Whether this move is the `once_in`-th of its kind since the last strike for it. The subject's lock lets moves of other
 * collaborations, which may come at the same moment, be counted one after the other.
 */
async function completes(
  tx: Tx,
  subject: Subject,
  { from, event, to }: Transition,
  { kind, once_in }: { kind: StrikeKind; once_in: number },
): Promise<boolean> {
  await lockSubject(tx, subject);
  const same = and(
    subject.subject_kind === "brand"
      ? eq(collaborations.brand_id, subject.subject_id)
      : eq(collaborations.creator_id, subject.subject_id),
    eq(collaboration_events.event, event),
    eq(collaboration_events.from_state, from),
    eq(collaboration_events.to_state, to),
  );
  const counted_to = await lastStruckEvent(tx, subject, kind, same);
  const earlier = await tx
    .select({ id: collaboration_events.id })
    .from(collaboration_events)
    .innerJoin(collaborations, eq(collaborations.id, collaboration_events.collaboration_id))
    .where(
      and(
        same,
        gt(collaboration_events.id, counted_to),
        gt(collaboration_events.at, daysAfter(now(), -DECAY_DAYS)),
      ),
    )
    .limit(once_in - 1);
  return earlier.length === once_in - 1;
}

/** The event that brought the last strike of this kind; 0 when there was none. Also a lifted strike has used its events up. */
async function lastStruckEvent(
  tx: Queryable,
  { subject_kind, subject_id }: Subject,
  kind: (typeof strikes.$inferSelect)["kind"],
  same: SQL | undefined,
): Promise<number> {
  const [last] = await tx
    .select({ id: collaboration_events.id })
    .from(strikes)
    .innerJoin(collaborations, eq(collaborations.id, strikes.collaboration_id))
    .innerJoin(collaboration_events, eq(collaboration_events.collaboration_id, collaborations.id))
    .where(
      and(
        eq(strikes.subject_kind, subject_kind),
        eq(strikes.subject_id, subject_id),
        eq(strikes.kind, kind),
        same,
      ),
    )
    .orderBy(desc(strikes.at))
    .limit(1);
  return last?.id ?? 0;
}
