/** Runs every invariant of the books, keeps what was found, and opens an incident for each that is broken until it holds again. */
import { and, eq } from "drizzle-orm";
import type { Sql } from "postgres";
import { now } from "@/app/lib/clock";
import { type CheckOutcome, runChecks } from "@/db/checks";
import type { Tx } from "@/db/client";
import { incidents } from "@/db/schema/audit";
import { markRepaired, type Observation, openIncident } from "./incidents";
import { recordAudit } from "./ledger-audits";
import { readTotals } from "./totals";

/** Enough to begin with; `npm run check:books` shows more. */
const EXAMPLES = 5;

/**
 * @param sql a connection whose statements may take long: the checks read all of the books
 * @param atomically how what was found is written, in one transaction
 * @returns the names of the invariants that do not hold
 */
export async function auditInvariants(
  sql: Sql,
  atomically: (work: (tx: Tx) => Promise<void>) => Promise<void>,
): Promise<string[]> {
  const began_at = now();
  const began_ms = performance.now();
  const outcomes = await runChecks(sql);
  const took_ms = performance.now() - began_ms;
  const totals = await readTotals(sql);
  const broken = outcomes.filter(({ violations }) => violations.length > 0);
  await atomically(async (tx) => {
    for (const outcome of broken) await openIncident(tx, observationOf(outcome));
    await endThoseThatHold(
      tx,
      broken.map(({ name }) => name),
    );
    await recordAudit(tx, {
      kind: "invariants",
      began_at,
      took_ms,
      held: broken.length === 0,
      figures: {
        checks: outcomes.map(({ name, examined, violations, took_ms }) => ({
          name,
          examined,
          violations: violations.length,
          took_ms: Math.round(took_ms * 10) / 10,
        })),
        totals,
      },
    });
  });
  return broken.map(({ name }) => name);
}

function observationOf({ name, rule, violations }: CheckOutcome): Observation {
  return {
    kind: "invariant_broken",
    subject: name,
    expected: { rule },
    found: { violations: violations.length, examples: violations.slice(0, EXAMPLES) },
  };
}

async function endThoseThatHold(tx: Tx, broken: readonly string[]): Promise<void> {
  const open = await tx
    .select()
    .from(incidents)
    .where(and(eq(incidents.kind, "invariant_broken"), eq(incidents.status, "open")));
  for (const { subject, expected, found } of open)
    if (!broken.includes(subject))
      await markRepaired(tx, { kind: "invariant_broken", subject, expected, found }, "holds_again");
}
