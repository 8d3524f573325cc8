/** What is known, at its best, of the posts that a creator handed in: an ending pays by this, never by the state alone. */
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { reviews, submissions } from "@/db/schema/verification";
import { isCheckedClause } from "./checked-clauses";
import type { Circumstances } from "./lifecycle";
import type { Collaboration } from "./lock";
import { HAND_INS, type Proof } from "./vocabulary";

export type KnownOfPosts = Pick<Circumstances, "proof" | "clause" | "hand_ins_used">;

const NOTHING_YET: KnownOfPosts = { proof: "none", clause: null, hand_ins_used: false };

/** Read under the collaboration's lock where something follows from it. */
export async function readProof(tx: Queryable, row: Pick<Collaboration, "id">): Promise<KnownOfPosts> {
  const handed_in = await tx
    .select({
      id: submissions.id,
      verdict: submissions.verdict,
      post_id: submissions.post_id,
      at: submissions.created_at,
    })
    .from(submissions)
    .where(eq(submissions.collaboration_id, row.id))
    .orderBy(desc(submissions.round));
  if (handed_in.length === 0) return NOTHING_YET;
  const complaint = await readComplaint(tx, row);
  const round = handed_in.filter(({ at }) => !complaint?.opens_round || at > complaint.at);
  return {
    proof: proofOf(handed_in),
    clause: complaint?.clause ?? null,
    hand_ins_used: round.filter(({ verdict }) => verdict === "failed").length >= HAND_INS,
  };
}

type HandedIn = {
  verdict: "passed" | "failed" | "undecided" | null;
  post_id: string | null;
};

/** @param handed_in the newest first */
export function proofOf(handed_in: readonly HandedIn[]): Proof {
  const [newest] = handed_in;
  if (!newest) return "none";
  if (newestPass(handed_in)) return "passed";
  return newest.verdict === "failed" ? "failed" : "open";
}

/**
 * The newest hand-in that passed. One whose very post failed later proves nothing any more: it was changed in between.
 *
 * @param handed_in the newest first
 */
export function newestPass<T extends HandedIn>(handed_in: readonly T[]): T | undefined {
  const failed_since = new Set<string>();
  for (const submission of handed_in) {
    const { verdict, post_id } = submission;
    if (verdict === "failed" && post_id) failed_since.add(post_id);
    if (verdict === "passed" && !(post_id && failed_since.has(post_id))) return submission;
  }
  return undefined;
}

/** The last time the brand did not approve: what it cited, and whether the machine had found that very thing in the post. */
async function readComplaint(tx: Queryable, row: Pick<Collaboration, "id">) {
  const [last] = await tx
    .select()
    .from(reviews)
    .where(
      and(eq(reviews.collaboration_id, row.id), inArray(reviews.decision, ["request_changes", "reject"])),
    )
    .orderBy(desc(reviews.created_at), desc(reviews.id))
    .limit(1);
  if (!last) return null;
  const checked = await isCheckedClause(tx, last.submission_id, last.clause);
  return {
    at: last.created_at,
    opens_round: last.decision === "request_changes",
    clause: checked ? ("checked" as const) : ("unchecked" as const),
  };
}
