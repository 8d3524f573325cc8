/** Keeps what one look at a submitted post found: the machine's, or an operator's word. */

import { desc, eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { newId, type ObservationId, type SubmissionId } from "@/app/lib/ids";
import { storable } from "@/app/lib/storable";
import type { Queryable, Tx } from "@/db/client";
import { post_observations } from "@/db/schema/verification";
import type { OperatorActor } from "../actor";
import { NO_REACH, type PostObservation } from "./platform";

/** Two observations prove that a post is not live when at least this lies between them: at the hand-in, and of a paid post. */
const APART_MS = { hand_in: 30_000, watch: 2 * 3_600_000 } as const;

/** A bound for the query: no post is looked at more often. */
const MAX_READ = 50;

export async function recordObservation(
  tx: Tx,
  submission_id: SubmissionId,
  observation: PostObservation,
): Promise<ObservationId> {
  const id = newId("observation");
  await tx.insert(post_observations).values({
    id,
    submission_id,
    presence: observation.presence,
    reason: observation.presence === "live" ? null : observation.reason,
    ...(observation.presence === "live" ? observation.post.reach : NO_REACH),
    evidence: storable(observation.evidence),
  });
  return id;
}

/** What an operator saw with their own eyes counts as an observation. */
export async function recordOperatorObservation(
  tx: Tx,
  actor: OperatorActor,
  input: { submission_id: SubmissionId; presence: "live" | "not_live"; note: string },
): Promise<void> {
  await tx.insert(post_observations).values({
    id: newId("observation"),
    submission_id: input.submission_id,
    presence: input.presence,
    reason: input.presence === "live" ? null : "gone",
    observed_by_user_id: actor.user_id,
    note: input.note,
    ...NO_REACH,
    evidence: [],
  });
}

/** What the looks at a submission found, the latest first. */
function readLatest(tx: Queryable, submission_id: SubmissionId, max = MAX_READ) {
  return tx
    .select({ presence: post_observations.presence, at: post_observations.created_at })
    .from(post_observations)
    .where(eq(post_observations.submission_id, submission_id))
    .orderBy(desc(post_observations.created_at), desc(post_observations.id))
    .limit(max);
}

/** Whether an observation some time ago found the post not live, and none since then found it live. What nobody knew changes nothing. */
export async function wasDeniedBefore(
  tx: Queryable,
  submission_id: SubmissionId,
  when: keyof typeof APART_MS,
): Promise<boolean> {
  const seen = await readLatest(tx, submission_id);
  const at_now = now();
  const before = at_now.getTime() - APART_MS[when];
  for (const { presence, at } of seen) {
    // Another process's clock may be ahead.
    if (at > at_now) continue;
    if (presence === "live") return false;
    if (presence === "not_live" && at.getTime() <= before) return true;
  }
  return false;
}

/** Since when nobody has known whether the post is live; null while the last look knew it, or where nobody has looked. */
export async function unknownSince(tx: Queryable, submission_id: SubmissionId): Promise<Date | null> {
  const seen = await readLatest(tx, submission_id);
  let since: Date | null = null;
  for (const { presence, at } of seen) {
    if (presence !== "unknown") break;
    since = at;
  }
  return since;
}

/** What the last look that knew it found, and when; null where none has known. */
export async function readLastKnown(tx: Queryable, submission_id: SubmissionId) {
  const seen = await readLatest(tx, submission_id);
  for (const { presence, at } of seen) if (presence !== "unknown") return { presence, at };
  return null;
}
