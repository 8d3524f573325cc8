/** Puts a breach on somebody's record. */

import type { StrikeKind } from "@/app/domain/standing/vocabulary";
import { now } from "@/app/lib/clock";
import { newId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { strikes } from "@/db/schema/standing";
import { evaluateStanding } from "./evaluate-standing";
import { DECAY_DAYS, daysAfter, STRIKE_POINTS } from "./points";
import { type Subject, tellSubject } from "./subject";

export type Strike = Subject & {
  kind: StrikeKind;
  collaboration_id: string | null;
  /** What an operator saw, who recorded it; absent for what the lifecycle found. */
  reason?: string;
  recorded_by_user_id?: string;
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
  await tellSubject(tx, input, "strike_received", {
    kind: input.kind,
    points,
    ...(input.collaboration_id ? { collaboration_id: input.collaboration_id } : {}),
    ...(input.reason ? { reason: input.reason } : {}),
  });
  await evaluateStanding(tx, input, { may_suspend: true });
  return true;
}
