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
    .select({ id: submissions.id, verdict: submissions.verdict, at: submissions.created_at })
    .from(submissions)
    .where(eq(submissions.collaboration_id, row.id))
    .orderBy(desc(submissions.round));
  if (handed_in.length === 0) return NOTHING_YET;
  const complaint = await readComplaint(tx, row);
  const round = handed_in.filter(({ at }) => !complaint?.opens_round || at > complaint.at);
  return {
    proof: proofOf(handed_in.map(({ verdict }) => verdict)),
    clause: complaint?.clause ?? null,
    hand_ins_used: round.filter(({ verdict }) => verdict === "failed").length >= HAND_INS,
  };
}

/** @param verdicts the newest first */
export function proofOf(verdicts: ReadonlyArray<"passed" | "failed" | "undecided" | null>): Proof {
  if (verdicts.length === 0) return "none";
  if (verdicts.includes("passed")) return "passed";
  return verdicts[0] === "failed" ? "failed" : "open";
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
