/** A deadline has passed. Asked by the job that slept until then and by the sweep that looks for what a lost job left overdue. */
import { eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { CollaborationId } from "@/app/lib/ids";
import { isRefusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { SYSTEM } from "../actor";
import type { Collaboration } from "./lock";
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
  try {
    return await transition(tx, SYSTEM, {
      collaboration_id: seen.id,
      event: "deadline_elapsed",
      expected_version: input.version,
    });
  } catch (error) {
    // A transfer that Stripe has heard of moves the collaboration on by itself.
    if (isRefusal(error) && (error.code === "stale_state" || error.code === "transfer_on_its_way"))
      return null;
    throw error;
  }
}
