/** Which of the posts that were handed in is the one that is paid for. */
import { desc, eq } from "drizzle-orm";
import type { CollaborationId, SubmissionId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { submissions } from "@/db/schema/verification";
import { readLastKnown } from "../../verification/record-observation";
import { newestPass } from "../proof";

/**
 * By the rules, the newest that passed. An operator decides about what there is: the newest that somebody saw live, since whoever replaces
 * a post takes the old one down.
 *
 * @returns null where nothing was handed in
 */
export async function choosePaidSubmission(
  tx: Queryable,
  collaboration_id: CollaborationId,
  by: "rule" | "operator",
): Promise<SubmissionId | null> {
  const handed_in = await tx
    .select({ id: submissions.id, verdict: submissions.verdict, post_id: submissions.post_id })
    .from(submissions)
    .where(eq(submissions.collaboration_id, collaboration_id))
    .orderBy(desc(submissions.round));
  if (by === "operator")
    for (const { id } of handed_in) if ((await readLastKnown(tx, id))?.presence === "live") return id;
  return newestPass(handed_in)?.id ?? handed_in[0]?.id ?? null;
}
