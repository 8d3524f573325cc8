/** Puts a breach on somebody's record. */

import { eq } from "drizzle-orm";
import type { StrikeKind } from "@/app/domain/standing/vocabulary";
import { now } from "@/app/lib/clock";
import { type CollaborationId, newId, type UserId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { offers } from "@/db/schema/offer";
import { strikes } from "@/db/schema/standing";
import { evaluateStanding } from "./evaluate-standing";
import { DECAY_DAYS, daysAfter, STRIKE_POINTS } from "./points";
import { notifySubject, type Subject } from "./subject";

export type Strike = Subject & {
  kind: StrikeKind;
  collaboration_id: CollaborationId | null;
  /** What an operator saw, who recorded it; absent for what the lifecycle found. */
  reason?: string;
  recorded_by_user_id?: UserId;
};

/**
 * Records the strike, judges the standing afresh and tells the person. One breach counts once: the same kind for the same
 * collaboration again changes nothing.
 *
 * @returns whether this call recorded it
 */
export async function recordStrike(tx: Tx, input: Strike): Promise<boolean> {
  const at = now();
  const points = STRIKE_POINTS[input.kind];
  const made = await tx
    .insert(strikes)
    .values({ id: newId("strike"), ...input, points, at, decays_at: daysAfter(at, DECAY_DAYS) })
    .onConflictDoNothing()
    .returning({ id: strikes.id });
  if (made.length === 0) return false;
  await notifySubject(tx, input, {
    template: "strike_received",
    params: {
      kind: input.kind,
      points,
      ...(await aboutCollaboration(tx, input.collaboration_id)),
      ...(input.reason ? { reason: input.reason } : {}),
    },
  });
  await evaluateStanding(tx, input, { may_suspend: true });
  return true;
}

/** Which collaboration the strike comes from; a strike need not have one. */
async function aboutCollaboration(tx: Tx, id: CollaborationId | null) {
  if (!id) return {};
  const [found] = await tx
    .select({ collaboration_id: collaborations.id, offer_title: offers.title })
    .from(collaborations)
    .innerJoin(offers, eq(offers.id, collaborations.offer_id))
    .where(eq(collaborations.id, id));
  return found ?? {};
}
