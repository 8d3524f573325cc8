/** An alarm is one open incident for each thing that gives rise to it, and ends by itself when the thing is gone. */
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incidents } from "@/db/schema/audit";
import { markRepaired, type Observation, openIncident } from "./incidents";

/** More than that at once is one trouble, not thousands; the next run goes on with what is left. */
export const MAX_AT_ONCE = 1_000;

/** `past`: how many give rise to it now; `ended`: how many incidents were closed because theirs is gone. */
export type Alarmed = { past: number; ended: number };

/**
 * @param sightings everything that gives rise to the alarm now, at most MOST_AT_ONCE
 * @param outcome with what words an incident is closed
 */
export async function keepAlarm(
  tx: Tx,
  kind: Observation["kind"],
  observations: readonly Observation[],
  outcome: string,
): Promise<Alarmed> {
  for (const observation of observations) await openIncident(tx, observation);
  // Of a full list nobody knows what is missing from it.
  if (observations.length >= MAX_AT_ONCE) return { past: observations.length, ended: 0 };
  const still = new Set(observations.map(({ subject }) => subject));
  const open = await tx
    .select()
    .from(incidents)
    .where(and(eq(incidents.kind, kind), eq(incidents.status, "open")));
  const gone = open.filter(({ subject }) => !still.has(subject));
  for (const { subject, expected, found } of gone)
    await markRepaired(tx, { kind, subject, expected, found }, outcome);
  return { past: observations.length, ended: gone.length };
}
