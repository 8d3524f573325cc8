/** The looks at a paid post: what each found, when, and by whom. */

import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import type { CollaborationId, SubmissionId } from "@/app/lib/ids";
import { type Cursor, cursorText, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { post_observations } from "@/db/schema/verification";
import { shownEvidence } from "../../verification/shown-evidence";
import { readPaidSubmission } from "../../verification/watch-post";

const SHOWN = 15;

/**
 * The looks at the submission that was paid for, newest first, and how many there are in all. What the last one fetched is for operators.
 * Null when nothing was paid for yet.
 */
export async function readLooks(
  tx: Queryable,
  collaboration_id: CollaborationId,
  { to_operator }: { to_operator: boolean },
  after: Cursor | null = null,
  size = SHOWN,
) {
  const paid = await readPaidSubmission(tx, collaboration_id);
  if (!paid) return null;
  const of_post = eq(post_observations.submission_id, paid.id);
  const [all] = await tx.select({ n: count() }).from(post_observations).where(of_post);
  const read = (max: number) =>
    tx
      .select({
        id: post_observations.id,
        presence: post_observations.presence,
        reason: post_observations.reason,
        by_operator: sql<boolean>`${post_observations.observed_by_user_id} is not null`,
        note: post_observations.note,
        views: post_observations.views,
        likes: post_observations.likes,
        comments: post_observations.comments,
        at: post_observations.created_at,
      })
      .from(post_observations)
      .where(
        and(
          of_post,
          after
            ? sql`(${post_observations.created_at}, ${post_observations.id}) < (${after.key}::timestamptz, ${after.id})`
            : undefined,
        ),
      )
      .orderBy(desc(post_observations.created_at), desc(post_observations.id))
      .limit(max);
  const { rows, next } = await pageOf(read, size, ({ at, id }) => ({ key: at.toISOString(), id }));
  return {
    url: paid.canonical_url ?? paid.url,
    total: all?.n ?? 0,
    rows,
    next: cursorText(next),
    fetched: to_operator ? await readFetched(tx, paid.id) : [],
  };
}

/** What the last look by our servers fetched. */
async function readFetched(tx: Queryable, submission_id: SubmissionId) {
  const [last] = await tx
    .select({ evidence: post_observations.evidence })
    .from(post_observations)
    .where(
      and(eq(post_observations.submission_id, submission_id), isNull(post_observations.observed_by_user_id)),
    )
    .orderBy(desc(post_observations.created_at), desc(post_observations.id))
    .limit(1);
  return (last?.evidence ?? []).map((seen) => shownEvidence(seen, { to_operator: true }));
}
