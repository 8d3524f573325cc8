/** One post, one pay: who has handed a post in first, under whichever spelling of its address. */
import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { SubmissionId } from "@/app/lib/ids";
import type { Queryable, Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { submissions, verifications } from "@/db/schema/verification";
import type { Platform } from "../creator/vocabulary";
import type { CheckResult } from "./check";
import type { CanonicalPost } from "./link";
import type { Verdict } from "./vocabulary";

/** Nobody hands in one post more often than this; a bound for the query. */
const MAX_RIVALS = 200;

/** `perhaps`: somebody else has handed it in, and nobody knows yet whose it is. */
export type UsedElsewhere = "no" | "yes" | "perhaps";

/** Two short links to one post are only known to be the same now; the lock lets the second see the first. */
export async function claimPost(tx: Tx, submission_id: SubmissionId, post: CanonicalPost): Promise<void> {
  await lockPost(tx, post);
  await tx
    .update(submissions)
    .set({ post_id: post.post_id, canonical_url: post.canonical_url })
    .where(eq(submissions.id, submission_id));
}

export async function lockPost(tx: Tx, post: { platform: Platform; post_id: string }): Promise<void> {
  const key = `post:${post.platform}:${post.post_id}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

type Rival = {
  id: SubmissionId;
  verdict: Verdict | null;
  seen: { verdict: Verdict; checks: CheckResult[] } | null;
  sooner: boolean;
  ended: boolean;
};

/**
 * Whether another collaboration has the post: it passed there, or was seen there to be on the agreed channel. A claim of which nobody knows
 * whether the post is the claimant's leaves it open; what was sent back, and what ended without pay, frees the post.
 */
export async function usedElsewhere(
  tx: Queryable,
  submission: Pick<typeof submissions.$inferSelect, "id" | "collaboration_id" | "created_at">,
  post: { platform: Platform; post_id: string },
): Promise<UsedElsewhere> {
  const last = tx
    .select({
      seen: sql`jsonb_build_object('verdict', ${verifications.verdict}, 'checks', ${verifications.checks})`,
    })
    .from(verifications)
    .where(eq(verifications.submission_id, submissions.id))
    .orderBy(desc(verifications.attempt))
    .limit(1);
  const rivals: Rival[] = await tx
    .select({
      id: submissions.id,
      verdict: submissions.verdict,
      seen: sql<Rival["seen"]>`(${last})`,
      sooner: sql<boolean>`(${submissions.created_at}, ${submissions.id}) < (${submission.created_at.toISOString()}::timestamptz, ${submission.id})`,
      ended: sql<boolean>`${collaborations.ended_at} is not null`,
    })
    .from(submissions)
    .innerJoin(collaborations, eq(collaborations.id, submissions.collaboration_id))
    .where(
      and(
        eq(submissions.platform, post.platform),
        eq(submissions.post_id, post.post_id),
        ne(submissions.collaboration_id, submission.collaboration_id),
        sql`${submissions.verdict} is distinct from 'failed'`,
      ),
    )
    .limit(MAX_RIVALS);
  const claims = rivals.map(claimOf);
  if (claims.includes("yes")) return "yes";
  return claims.includes("perhaps") ? "perhaps" : "no";
}

function claimOf({ verdict, seen, sooner, ended }: Rival): UsedElsewhere {
  if (verdict === "passed" || seen?.verdict === "passed") return "yes";
  if (ended || seen?.verdict === "failed") return "no";
  const found = (check: string) => seen?.checks.find((one) => one.check === check)?.verdict;
  // Of two on one channel the sooner keeps it, unless the later one has it already.
  if (found("ownership") === "passed" && (sooner || found("duplicate") === "passed")) return "yes";
  return sooner ? "perhaps" : "no";
}
