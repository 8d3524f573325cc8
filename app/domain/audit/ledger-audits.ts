/** What each run of the checks and of the reconciliation found, in figures that may be shown to anybody. */
import { desc, sql } from "drizzle-orm";
import { newId } from "@/app/lib/ids";
import type { Queryable, Tx } from "@/db/client";
import { ledger_audits } from "@/db/schema/audit";
import type { AuditKind } from "./vocabulary";

export type LedgerAudit = typeof ledger_audits.$inferSelect;
export type NewAudit = Pick<LedgerAudit, "kind" | "began_at" | "took_ms" | "held" | "figures">;

/** Keeps one run. `took_ms` is rounded; `figures` are counts and totals, never a name. */
export async function recordAudit(tx: Tx, audit: NewAudit): Promise<string> {
  const id = newId("audit");
  await tx.insert(ledger_audits).values({ ...audit, id, took_ms: Math.round(audit.took_ms) });
  return id;
}

/** The latest run of each kind; none before the first. */
export async function latestAudits(tx: Queryable): Promise<Partial<Record<AuditKind, LedgerAudit>>> {
  const rows = await tx
    .selectDistinctOn([ledger_audits.kind])
    .from(ledger_audits)
    .orderBy(ledger_audits.kind, desc(ledger_audits.began_at), sql`${ledger_audits.id} desc`);
  return Object.fromEntries(rows.map((row) => [row.kind, row]));
}
