/** One look at a submission: gather, ask the platform (outside of any transaction), judge, and keep what was found. */
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { newId } from "@/app/lib/ids";
import { notFound } from "@/app/lib/refusal";
import { db, type Tx } from "@/db/client";
import { agreements, collaborations } from "@/db/schema/collaboration";
import { creator_channels } from "@/db/schema/creator";
import { submissions, type Verdict, verifications } from "@/db/schema/verification";
import { transact } from "@/db/transact";
import { canonicalise } from "./canonical-url";
import type { CheckResult } from "./check";
import type { Facts } from "./facts";
import { runChecks, verdictOf } from "./judge";
import type { CanonicalPost } from "./link";
import type { PostLook } from "./platform";
import { platformFor } from "./platforms";

export type LookResult = {
  verdict: Verdict;
  /** The platform did not answer: another look later may decide. False where only a person can. */
  worth_another_look: boolean;
  failed_checks: string[];
};

/** Looks once and records it as the next attempt. What follows from the verdict is the caller's. */
export async function verifySubmission(submission_id: string): Promise<LookResult> {
  const subject = await readSubject(submission_id);
  const { post, look } = await lookAt(subject);
  const facts = await gather(subject, post, look);
  const checks = runChecks(look, facts);
  const verdict = verdictOf(checks);
  await transact((tx) => record(tx, submission_id, post, verdict, checks));
  return {
    verdict,
    worth_another_look: look.outcome === "unavailable",
    failed_checks: checks.filter((check) => check.verdict === "failed").map(({ check }) => check),
  };
}

async function readSubject(submission_id: string) {
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

async function lookAt({
  submission,
  collaboration,
}: Subject): Promise<{ post: CanonicalPost | null; look: PostLook }> {
  const platform = platformFor(collaboration.platform);
  let reading = canonicalise(submission.url);
  try {
    if ("needs_resolving" in reading) reading = await platform.resolve(reading.url);
  } catch {
    return { post: null, look: { outcome: "unavailable", evidence: [] } };
  }
  // A short link that leads to no post of this platform is as good as no post.
  if (!("post_id" in reading) || reading.platform !== collaboration.platform)
    return { post: null, look: { outcome: "gone", evidence: [] } };
  return { post: reading, look: await platform.fetchPost(reading) };
}

async function gather(
  { collaboration, terms, agreed_at, channel }: Subject,
  post: CanonicalPost | null,
  look: PostLook,
): Promise<Facts> {
  return {
    platform: collaboration.platform,
    post: look.outcome === "found" ? look.post : null,
    evidence: look.evidence,
    channel: { handle: terms.channel.handle, external_id: channel.external_id },
    agreed_at,
    brief: terms.brief,
    product: { asin: terms.product.asin, url: terms.product.url },
    used_elsewhere: post ? await usedElsewhere(post, collaboration.id) : false,
  };
}

/** Handed in for another collaboration that was not sent back: the same creator's or anybody's. */
async function usedElsewhere(post: CanonicalPost, collaboration_id: string): Promise<boolean> {
  const rows = await db
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        eq(submissions.platform, post.platform),
        eq(submissions.post_id, post.post_id),
        ne(submissions.collaboration_id, collaboration_id),
        sql`${submissions.verdict} is distinct from 'failed'`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

async function record(
  tx: Tx,
  submission_id: string,
  post: CanonicalPost | null,
  verdict: Verdict,
  checks: CheckResult[],
): Promise<void> {
  // The submission's lock numbers the attempts one after the other.
  await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(eq(submissions.id, submission_id))
    .for("update");
  if (post)
    await tx
      .update(submissions)
      .set({ post_id: post.post_id, canonical_url: post.canonical_url })
      .where(eq(submissions.id, submission_id));
  const [last] = await tx
    .select({ attempt: verifications.attempt })
    .from(verifications)
    .where(eq(verifications.submission_id, submission_id))
    .orderBy(desc(verifications.attempt))
    .limit(1);
  await tx
    .insert(verifications)
    .values({ id: newId("verification"), submission_id, attempt: (last?.attempt ?? 0) + 1, verdict, checks });
}
