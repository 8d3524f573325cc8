/** Incidents: what an operator must know of because the books, Stripe or the calendar disagree. */

import { and, eq, sql } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { type IncidentId, newId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { notFound, Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { incidents } from "@/db/schema/audit";
import type { OperatorActor } from "../actor";
import type { IncidentKind } from "./incident-kinds";

/**
 * What is seen. `expected` and `found` hold what stays the same as long as the difference does (no ages, no times of looking):
 * a difference that was decided stays decided until it looks different.
 */
export type Observation = {
  kind: IncidentKind;
  /** Stripe's id of the object, or ours where Stripe has none. */
  subject: string;
  expected: Record<string, unknown>;
  found: Record<string, unknown>;
};

/** The shortest explanation that an operator may close an incident with. */
const MIN_CHARACTERS = 10;

/**
 * Opens an incident. The same kind and subject is one open row, whatever it is seen to be; one that an operator has resolved in
 * exactly this shape stays resolved.
 *
 * @returns `opened` now · `open` before · `resolved` by an operator who knew it just so
 */
export async function openIncident(
  tx: Tx,
  observation: Observation,
): Promise<"opened" | "open" | "resolved"> {
  const decided = await tx
    .update(incidents)
    .set({ last_seen_at: now() })
    .where(and(sameSubject(observation), eq(incidents.status, "resolved"), sameShape(observation)))
    .returning({ id: incidents.id });
  if (decided.length > 0) return "resolved";
  const id = newId("incident");
  const row = one(
    await tx
      .insert(incidents)
      .values({ id, ...observation, last_seen_at: now() })
      .onConflictDoUpdate({
        target: [incidents.kind, incidents.subject],
        targetWhere: sql`status = 'open'`,
        set: { expected: observation.expected, found: observation.found, last_seen_at: now() },
      })
      .returning({ id: incidents.id }),
    "the incident",
  );
  return row.id === id ? "opened" : "open";
}

/** Notes a difference that had one explanation and is gone now; closes its open incident when there is one. */
export async function markRepaired(tx: Tx, observation: Observation, repair: string): Promise<void> {
  const at = now();
  const closed = { status: "repaired" as const, outcome: repair, last_seen_at: at, closed_at: at };
  const open = await tx
    .update(incidents)
    .set(closed)
    .where(and(sameSubject(observation), eq(incidents.status, "open")))
    .returning({ id: incidents.id });
  if (open.length === 0)
    await tx.insert(incidents).values({ id: newId("incident"), ...observation, ...closed });
}

/**
 * An operator has looked into it and says in words what was done.
 *
 * @throws Refusal 422 `incident_words_missing` · 404 · 409 `incident_closed`
 */
export async function resolveIncident(
  tx: Tx,
  operator: OperatorActor,
  input: { incident_id: IncidentId; words: string },
): Promise<void> {
  const words = input.words.trim();
  if (words.length < MIN_CHARACTERS) throw new Refusal("incident_words_missing");
  const resolved = await tx
    .update(incidents)
    .set({ status: "resolved", outcome: words, closed_at: now(), closed_by_user_id: operator.user_id })
    .where(and(eq(incidents.id, input.incident_id), eq(incidents.status, "open")))
    .returning({ id: incidents.id });
  if (resolved.length > 0) return;
  const [known] = await tx
    .select({ id: incidents.id })
    .from(incidents)
    .where(eq(incidents.id, input.incident_id));
  if (!known) throw notFound("incident");
  throw new Refusal("incident_closed", { status: 409 });
}

const sameSubject = ({ kind, subject }: Observation) =>
  and(eq(incidents.kind, kind), eq(incidents.subject, subject));

const sameShape = ({ expected, found }: Observation) =>
  sql`${incidents.expected} = ${JSON.stringify(expected)}::jsonb and ${incidents.found} = ${JSON.stringify(found)}::jsonb`;
