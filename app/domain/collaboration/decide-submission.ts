/** A verdict on a submission takes effect: by the machine, or by an operator where the machine could not decide. */

import { eq } from "drizzle-orm";
import type { Verdict } from "@/app/domain/verification/vocabulary";
import { now } from "@/app/lib/clock";
import type { SubmissionId } from "@/app/lib/ids";
import { notFound } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { submissions } from "@/db/schema/verification";
import { type OperatorActor, SYSTEM, type SystemActor, userIdOf } from "../actor";
import { requireOwnPost } from "../verification/own-post";
import { recordOperatorObservation } from "../verification/record-observation";
import { type Collaboration, lockOfferOf } from "./lock";
import { readLatestSubmission } from "./queries/latest-submission";
import { staleState } from "./stale-state";
import { transition } from "./transition";

export type SubmissionVerdict = {
  submission_id: SubmissionId;
  verdict: Verdict;
  /** Codes of the checks that failed, for the e-mail and the timeline. */
  failed_checks?: string[];
  note?: string;
  /** What the operator saw: whether the post is there for everybody. */
  presence?: "live" | "not_live";
};

/**
 * Passed → review; failed → the creator may cure it; undecided → an operator has to look. An older submission than the latest, or a
 * collaboration that has moved on, changes nothing.
 *
 * @returns the collaboration, or null when nothing changed
 */
export async function decideSubmission(
  tx: Tx,
  actor: OperatorActor | SystemActor,
  input: SubmissionVerdict,
): Promise<Collaboration | null> {
  const [submission] = await tx.select().from(submissions).where(eq(submissions.id, input.submission_id));
  if (!submission) throw notFound("submission");
  await lockOfferOf(tx, submission.collaboration_id); // a verdict may end it, and money goes back to the budget
  const [row] = await tx
    .select()
    .from(collaborations)
    .where(eq(collaborations.id, submission.collaboration_id))
    .for("update");
  const latest = await readLatestSubmission(tx, submission.collaboration_id);
  const open = latest?.verdict === null || latest?.verdict === "undecided";
  if (row?.state !== "verifying" || latest?.id !== submission.id || !open) return null;

  await tx
    .update(submissions)
    .set({ verdict: input.verdict, decided_at: now(), decided_by_user_id: userIdOf(actor) })
    .where(eq(submissions.id, submission.id));
  if (actor.kind === "operator" && input.verdict === "passed") await requireOwnPost(tx, submission);
  if (actor.kind === "operator" && input.presence)
    await recordOperatorObservation(tx, actor, {
      submission_id: submission.id,
      presence: input.presence,
      note: input.note ?? "",
    });
  const data = {
    submission_id: submission.id,
    failed_checks: input.failed_checks ?? [],
    ...(input.note ? { note: input.note } : {}),
  };
  const collaboration_id = row.id;
  if (input.verdict === "passed")
    return transition(tx, actor, {
      collaboration_id,
      event: "pass_verification",
      data,
      set: { needs_operator: false },
    });
  if (input.verdict === "failed")
    return transition(tx, actor, {
      collaboration_id,
      event: "fail_verification",
      data,
      set: { needs_operator: false },
    });
  return transition(tx, SYSTEM, {
    collaboration_id,
    event: "escalate_verification",
    data,
  });
}

/**
 * The same for a person, who has to hear that somebody else was faster.
 *
 * @throws Refusal 404 · 409 `stale_state` when nothing changed
 */
export async function decideAsOperator(
  tx: Tx,
  actor: OperatorActor,
  input: SubmissionVerdict,
): Promise<Collaboration> {
  const decided = await decideSubmission(tx, actor, input);
  if (decided) return decided;
  const [row] = await tx
    .select({ id: collaborations.id, state: collaborations.state })
    .from(collaborations)
    .innerJoin(submissions, eq(submissions.collaboration_id, collaborations.id))
    .where(eq(submissions.id, input.submission_id));
  throw row ? await staleState(tx, row) : notFound("submission");
}
