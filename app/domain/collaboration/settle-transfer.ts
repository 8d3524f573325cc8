/** A transfer has arrived at the creator's account: the collaboration is paid, or what was left of it is. */

import { eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { CollaborationId, MovementId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { SYSTEM } from "../actor";
import { settleMovement } from "../ledger/settle-movement";
import { transition } from "./transition";
import { isEnd } from "./vocabulary";

/**
 * Settles a movement and, for a transfer, moves its collaboration on. Idempotent: answer and webhook may
 * both come, in any order.
 *
 * @param stripe_id `tr_…` or `re_…`
 */
export async function settleAndAdvance(
  tx: Tx,
  input: { movement_id: MovementId; collaboration_id: CollaborationId | null; stripe_id: string },
): Promise<void> {
  // The collaboration is locked before its accounts, as everywhere; the movement's lock comes in between for both messengers.
  const [row] = input.collaboration_id
    ? await tx
        .select()
        .from(collaborations)
        .where(eq(collaborations.id, input.collaboration_id))
        .for("update")
    : [];
  const settled = await settleMovement(tx, input.movement_id, input.stripe_id);
  if (settled?.kind !== "transfer" || !row || isEnd(row.state)) return;
  await transition(tx, SYSTEM, {
    collaboration_id: row.id,
    event: "settle_transfer",
    data: { stripe_id: input.stripe_id, amount_minor: settled.amount_minor },
    set: row.state === "approved" ? { paid_at: now() } : {},
  });
}
