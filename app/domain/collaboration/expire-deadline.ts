/** A deadline has passed. Asked by the job that slept until then and by the sweep that looks for what a lost job left overdue. */
import { eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { CollaborationId } from "@/app/lib/ids";
import { isRefusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { SYSTEM } from "../actor";
import { readLastPresence } from "../verification/record-observation";
import { readPaidSubmission } from "../verification/watch-post";
import type { Collaboration } from "./lock";
import { askOperatorToObserve } from "./record-presence";
import { transition } from "./transition";

/**
 * Re-reads the row under its lock and does nothing when the world has moved on, or when it is still too early (a clock that ran
 * ahead, a job that woke too soon).
 *
 * @param version the version for which the deadline was set
 * @returns the collaboration after the move, or null when nothing was due
 */
export async function expireDeadline(
  tx: Tx,
  input: { collaboration_id: CollaborationId; version: number },
): Promise<Collaboration | null> {
  const [seen] = await tx.select().from(collaborations).where(eq(collaborations.id, input.collaboration_id));
  if (!seen || seen.version !== input.version || !seen.due_at || seen.due_at > now()) return null;
  if (seen.due_kind === "removal_cure" && !(await isStillGone(tx, seen.id))) return null;
  try {
    return await transition(tx, SYSTEM, {
      collaboration_id: seen.id,
      event: "deadline_elapsed",
      expected_version: input.version,
    });
  } catch (error) {
    if (isRefusal(error) && error.code === "stale_state") return null;
    throw error;
  }
}

/**
 * Pay is only asked back for a post that was not live when somebody last looked. Where the last look could not tell, an operator is asked, and the
 * sweep comes back to it.
 */
async function isStillGone(tx: Tx, collaboration_id: CollaborationId): Promise<boolean> {
  const paid = await readPaidSubmission(tx, collaboration_id);
  const last = paid && (await readLastPresence(tx, paid.id));
  if (last?.presence === "unknown")
    await askOperatorToObserve(tx, { collaboration_id, reason: "not_readable", next_at: null });
  return last?.presence !== "unknown" && last?.presence !== "live";
}
