/** Tells an operator, by an incident, of money that will soon have been held for too long; and closes the incident once it has left. */
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incidents } from "@/db/schema/audit";
import { ALARM_DAYS, type HeldFunds, listHeldLonger, MOST_DAYS_HELD } from "./held-ages";
import { markRepaired, openIncident, type Sighting } from "./incidents";

/** More than that at once is one trouble, not thousands; the next run goes on with what is left. */
const MOST_AT_ONCE = 1_000;

/** @returns how many amounts are past the alarm's day, and how many alarms ended because the money has left */
export async function alarmHeldTooLong(tx: Tx): Promise<{ past: number; ended: number }> {
  const past = await listHeldLonger(tx, ALARM_DAYS, MOST_AT_ONCE);
  for (const funds of past) await openIncident(tx, sightingOf(funds));
  if (past.length === MOST_AT_ONCE) return { past: past.length, ended: 0 };
  const still = new Set(past.map(subjectOf));
  const open = await tx
    .select()
    .from(incidents)
    .where(and(eq(incidents.kind, "held_too_long"), eq(incidents.status, "open")));
  const gone = open.filter(({ subject }) => !still.has(subject));
  for (const { subject, expected, found } of gone)
    await markRepaired(tx, { kind: "held_too_long", subject, expected, found }, "no_longer_held");
  return { past: past.length, ended: gone.length };
}

const subjectOf = ({ part, subject }: HeldFunds) => `${part}:${subject}`;

function sightingOf(funds: HeldFunds): Sighting {
  const { part, collaboration_id, offer_id, charge_id, currency, amount_minor, paid_at } = funds;
  return {
    kind: "held_too_long",
    subject: subjectOf(funds),
    expected: { most_days: MOST_DAYS_HELD },
    found: {
      part,
      ...(collaboration_id ? { collaboration: collaboration_id } : {}),
      offer: offer_id,
      charge: charge_id,
      currency,
      amount_minor,
      paid_at: paid_at.toISOString(),
    },
  };
}
