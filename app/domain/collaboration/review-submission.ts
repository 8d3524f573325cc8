/** The brand looks at a post whose proof has passed: approves it, asks for changes, or rejects it citing a clause of the brief. */

import { eq } from "drizzle-orm";
import type { ReviewDecision } from "@/app/domain/verification/vocabulary";
import { type CollaborationId, newId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { isReason } from "@/app/lib/reason";
import { Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { reviews } from "@/db/schema/verification";
import type { BrandActor } from "../actor";
import type { Collaboration } from "./lock";
import { readLatestSubmission } from "./queries/latest-submission";
import { transition } from "./transition";

export type Review = {
  collaboration_id: CollaborationId;
  decision: ReviewDecision;
  /** A clause of the brief, e.g. `must_show:0`; needed for anything but an approval. */
  clause?: string;
  note?: string;
  expected_version?: number;
};

/** @throws Refusal `clause_missing`, `note_missing`, `not_verified`, `clause_checked`, `no_revisions_left`, `stale_state` */
export async function reviewSubmission(tx: Tx, actor: BrandActor, input: Review): Promise<Collaboration> {
  const clause = input.clause?.trim() ?? "";
  const note = input.note?.trim() ?? "";
  if (input.decision !== "approve" && !clause) throw new Refusal("clause_missing");
  if (input.decision !== "approve" && !isReason(note)) throw new Refusal("note_missing");

  const row = await transition(tx, actor, {
    collaboration_id: input.collaboration_id,
    event: input.decision,
    expected_version: input.expected_version,
    data: { clause, note },
  });
  const submission = required(await readLatestSubmission(tx, row.id), "the submission");
  await tx.insert(reviews).values({
    id: newId("review"),
    collaboration_id: row.id,
    submission_id: submission.id,
    decision: input.decision,
    clause,
    note,
    reviewer_user_id: actor.user_id,
  });
  if (input.decision !== "request_changes") return row;
  const counted = one(
    await tx
      .update(collaborations)
      .set({ revisions_used: row.revisions_used + 1 })
      .where(eq(collaborations.id, row.id))
      .returning(),
    "the collaboration",
  );
  return counted;
}
