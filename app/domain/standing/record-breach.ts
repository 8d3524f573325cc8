/** What only a person can see: an operator puts it on the record of one side of a collaboration, with what was seen. */

import { eq } from "drizzle-orm";
import type { CollaborationId } from "@/app/lib/ids";
import { isReason } from "@/app/lib/reason";
import { notFound, Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import type { OperatorActor } from "../actor";
import { BREACHES, type Breach } from "./breaches";
import { recordStrike } from "./record-strike";
import type { Subject } from "./subject";

/**
 * @throws Refusal 404 · `reason_missing` (the person reads it, and may appeal) · 409 `breach_impossible` (nothing was
 * reimbursed) · 409 `breach_already_recorded`
 */
export async function recordBreach(
  tx: Tx,
  actor: OperatorActor,
  input: { collaboration_id: CollaborationId; kind: Breach; reason: string },
): Promise<void> {
  const reason = input.reason.trim();
  if (!isReason(reason)) throw new Refusal("reason_missing");
  const [row] = await tx.select().from(collaborations).where(eq(collaborations.id, input.collaboration_id));
  if (!row) throw notFound("collaboration");
  if (input.kind === "returned_after_reimbursement" && row.reimbursement_minor === 0)
    throw new Refusal("breach_impossible", { status: 409 });
  const subject: Subject =
    BREACHES[input.kind] === "brand"
      ? { subject_kind: "brand", subject_id: row.brand_id }
      : { subject_kind: "creator", subject_id: row.creator_id };
  const recorded = await recordStrike(tx, {
    ...subject,
    kind: input.kind,
    collaboration_id: row.id,
    reason,
    recorded_by_user_id: actor.user_id,
  });
  if (!recorded) throw new Refusal("breach_already_recorded", { status: 409 });
}
