/** A look at a post that was handed in, as a machine or an operator leaves it behind. */
import { newId, type SubmissionId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { post_observations } from "@/db/schema/verification";

export async function makeLook(
  submission_id: SubmissionId,
  given: Pick<typeof post_observations.$inferInsert, "presence" | "created_at"> &
    Partial<typeof post_observations.$inferInsert>,
  tx: Pick<typeof db, "insert"> = db,
): Promise<void> {
  await tx
    .insert(post_observations)
    .values({ id: newId("observation"), submission_id, evidence: [], ...given });
}
