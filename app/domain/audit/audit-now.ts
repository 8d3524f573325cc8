/** A check of the invariants while somebody waits for it: only as long as that takes seconds. */
import { databaseUrl } from "@/app/lib/env";
import { Refusal } from "@/app/lib/refusal";
import { createDb, db } from "@/db/client";
import { transact } from "@/db/transact";
import type { OperatorActor } from "../actor";
import { auditInvariants } from "./audit-invariants";
import { type InvariantAudit, readLastAudits } from "./queries/last-audits";

/** Nobody should look at an empty page for longer; the books of a night's length are checked at night. */
const MAX_WAITED_MS = 5_000;

export function mayCheckNow(last: Pick<InvariantAudit, "took_ms"> | null): boolean {
  return last === null || last.took_ms <= MAX_WAITED_MS;
}

/** @throws Refusal 409 `audit_takes_long` when the last check took longer than somebody can wait */
export async function auditNow(_operator: OperatorActor): Promise<void> {
  const { invariants } = await readLastAudits(db);
  if (!mayCheckNow(invariants)) throw new Refusal("audit_takes_long", { status: 409 });
  // A connection of its own: the checks hold one snapshot for as long as they take.
  const { sql } = createDb(databaseUrl(), { max: 1, timeouts: false });
  try {
    await auditInvariants(sql, transact);
  } finally {
    await sql.end();
  }
}
