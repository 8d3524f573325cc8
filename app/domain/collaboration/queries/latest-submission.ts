/** The post that was handed in last. */
import { desc, eq } from "drizzle-orm";
import type { CollaborationId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { submissions } from "@/db/schema/verification";

/** @returns its id, round and verdict, or null where nothing was handed in */
export async function readLatestSubmission(tx: Queryable, collaboration_id: CollaborationId) {
  const [latest] = await tx
    .select({ id: submissions.id, round: submissions.round, verdict: submissions.verdict })
    .from(submissions)
    .where(eq(submissions.collaboration_id, collaboration_id))
    .orderBy(desc(submissions.round))
    .limit(1);
  return latest ?? null;
}
