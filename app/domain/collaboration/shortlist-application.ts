/**
 * A brand's own mark on an application it means to come back to. No move of the lifecycle: nothing is promised by it, no deadline
 * begins, and the creator neither sees it nor is told.
 */

import { eq } from "drizzle-orm";
import type { CollaborationId } from "@/app/lib/ids";
import { notFound } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import type { BrandActor } from "../actor";
import { requireBrandRight } from "../brand/roles";
import { belongsTo } from "./lock";
import { staleState } from "./stale-state";

export type ShortlistInput = { collaboration_id: CollaborationId; shortlisted: boolean };

/**
 * Sets or takes away the mark; the same again changes nothing. The version stays, so that neither a sleeping job nor a colleague's
 * open form goes stale over it.
 *
 * @throws Refusal 403 `brand_role_too_low` · 404 (not the brand's) · 409 `stale_state` (answered already, or withdrawn)
 */
export async function shortlistApplication(
  tx: Tx,
  actor: BrandActor,
  { collaboration_id, shortlisted }: ShortlistInput,
): Promise<void> {
  requireBrandRight(actor, "edit");
  const [row] = await tx
    .select()
    .from(collaborations)
    .where(eq(collaborations.id, collaboration_id))
    .for("update");
  if (!row || !belongsTo(row, actor)) throw notFound("collaboration");
  if (row.state !== "applied") throw await staleState(tx, row);
  await tx.update(collaborations).set({ shortlisted }).where(eq(collaborations.id, row.id));
}
