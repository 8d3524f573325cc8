/** An alarm is one open incident for each thing that gives rise to it, and ends by itself when the thing is gone. */
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incidents } from "@/db/schema/audit";
import { markRepaired, openIncident, type Sighting } from "./incidents";

/** More than that at once is one trouble, not thousands; the next run goes on with what is left. */
export const MOST_AT_ONCE = 1_000;

/** `past`: how many give rise to it now; `ended`: how many incidents were closed because theirs is gone. */
export type Alarmed = { past: number; ended: number };

/**
 * @param sightings everything that gives rise to the alarm now, at most MOST_AT_ONCE
 * @param outcome with what words an incident is closed
 */
export async function keepAlarm(
  tx: Tx,
  kind: Sighting["kind"],
  sightings: readonly Sighting[],
  outcome: string,
): Promise<Alarmed> {
  for (const sighting of sightings) await openIncident(tx, sighting);
  // Of a full list nobody knows what is missing from it.
  if (sightings.length >= MOST_AT_ONCE) return { past: sightings.length, ended: 0 };
  const still = new Set(sightings.map(({ subject }) => subject));
  const open = await tx
    .select()
    .from(incidents)
    .where(and(eq(incidents.kind, kind), eq(incidents.status, "open")));
  const gone = open.filter(({ subject }) => !still.has(subject));
  for (const { subject, expected, found } of gone)
    await markRepaired(tx, { kind, subject, expected, found }, outcome);
  return { past: sightings.length, ended: gone.length };
}
