/** One look at a submission: gather, ask the platform (outside of any transaction), judge, and keep what was found. */

import { desc, eq } from "drizzle-orm";
import { newId, type SubmissionId } from "@/app/lib/ids";
import { notFound } from "@/app/lib/refusal";
import { storable } from "@/app/lib/storable";
import { db, type Tx } from "@/db/client";
import { agreements, collaborations } from "@/db/schema/collaboration";
import { creator_channels } from "@/db/schema/creator";
import { submissions, verifications } from "@/db/schema/verification";
import { transact } from "@/db/transact";
import type { CheckResult } from "./check";
import { claimPost, usedElsewhere } from "./claim-post";
import { runChecks, verdictOf } from "./decide-verdict";
import { type Gathered, gatherFacts } from "./gather-facts";
import type { CanonicalPost } from "./link";
import { observePost } from "./observe-post";
import type { PostObservation } from "./platform";
import { recordObservation, wasDeniedBefore } from "./record-observation";
import { isWorthAskingAgain, type Verdict } from "./vocabulary";

/** How long the machine goes on asking: not at all, for a while, or until an operator has to look. */
export type Patience = "none" | "hour" | "day";

export type VerificationResult = { verdict: Verdict; patience: Patience; failed_checks: string[] };

/**
 * Looks once and records it as the next attempt. What follows from the verdict is the caller's.
 * @throws Refusal 404 when there is no such submission
 */
export async function verifySubmission(submission_id: SubmissionId): Promise<VerificationResult> {
  const subject = await readSubject(submission_id);
  const { submission, collaboration, terms } = subject;
  const country = terms.product.marketplace_country;
  const { post, observation } = await observePost(submission.url, collaboration.platform, country);
  const denied_before =
    observation.presence === "not_live" && (await wasDeniedBefore(db, submission.id, "hand_in"));
  const facts = await gatherFacts(
    { ...subject, platform: collaboration.platform, cancelled_at: cancelledBefore(subject) },
    observation,
    denied_before,
  );
  const { verdict, checks } = await transact((tx) => decideAndRecord(tx, subject, post, observation, facts));
  return {
    verdict,
    patience: patienceFor(observation, facts, checks),
    failed_checks: checks.filter((check) => check.verdict === "failed").map(({ check }) => check),
  };
}

/** What was handed in before the brand cancelled was published before, however exactly the platform says when. */
function cancelledBefore({ submission, collaboration }: Subject): Date | null {
  const { cancelled_at } = collaboration;
  return cancelled_at && submission.created_at > cancelled_at ? cancelled_at : null;
}

/** A wall before the words of a post that is there seldom opens within a day, and a person reads it in a minute. */
function patienceFor(
  observation: PostObservation,
  { denied_before }: Gathered,
  checks: readonly CheckResult[],
): Patience {
  // Whose post it is may be known soon: when the other submission has been looked at.
  if (checks.some(({ code }) => code === "claimed_elsewhere")) return "day";
  switch (observation.presence) {
    case "live":
      return observation.missing && isWorthAskingAgain(observation.missing) ? "hour" : "none";
    case "not_live":
      return denied_before ? "none" : "day";
    case "unknown":
      return isWorthAskingAgain(observation.reason) ? "day" : "none";
  }
}

async function readSubject(submission_id: SubmissionId) {
  const [row] = await db
    .select({
      submission: submissions,
      collaboration: collaborations,
      terms: agreements.terms,
      agreed_at: agreements.creator_accepted_at,
      channel: creator_channels,
    })
    .from(submissions)
    .innerJoin(collaborations, eq(collaborations.id, submissions.collaboration_id))
    .innerJoin(agreements, eq(agreements.collaboration_id, collaborations.id))
    .innerJoin(creator_channels, eq(creator_channels.id, collaborations.channel_id))
    .where(eq(submissions.id, submission_id));
  if (!row) throw notFound("submission");
  return row;
}
type Subject = Awaited<ReturnType<typeof readSubject>>;

async function decideAndRecord(
  tx: Tx,
  { submission }: Subject,
  post: CanonicalPost | null,
  observation: PostObservation,
  gathered: Gathered,
): Promise<{ verdict: Verdict; checks: CheckResult[] }> {
  // The submission's lock numbers the attempts one after the other.
  await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(eq(submissions.id, submission.id))
    .for("update");
  if (post) await claimPost(tx, submission.id, post);
  const used_elsewhere = post ? await usedElsewhere(tx, submission, post) : "no";
  const checks = runChecks(observation, { ...gathered, used_elsewhere });
  const verdict = verdictOf(checks);
  const observation_id = await recordObservation(tx, submission.id, observation);
  const [last] = await tx
    .select({ attempt: verifications.attempt })
    .from(verifications)
    .where(eq(verifications.submission_id, submission.id))
    .orderBy(desc(verifications.attempt))
    .limit(1);
  await tx.insert(verifications).values({
    id: newId("verification"),
    submission_id: submission.id,
    attempt: (last?.attempt ?? 0) + 1,
    observation_id,
    verdict,
    checks: storable(checks),
  });
  return { verdict, checks };
}
