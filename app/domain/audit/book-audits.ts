/** What each run of the checks and of the reconciliation found, in figures that may be shown to anybody. */
import { desc, sql } from "drizzle-orm";
import { newId } from "@/app/lib/ids";
import type { Queryable, Tx } from "@/db/client";
import { book_audits } from "@/db/schema/audit";
import type { AuditKind } from "./vocabulary";

export type BookAudit = typeof book_audits.$inferSelect;
export type NewAudit = Pick<BookAudit, "kind" | "began_at" | "took_ms" | "held" | "figures">;

/** Keeps one run. `took_ms` is rounded; `figures` are counts and totals, never a name. */
export async function recordAudit(tx: Tx, audit: NewAudit): Promise<string> {
  const id = newId("audit");
  await tx.insert(book_audits).values({ ...audit, id, took_ms: Math.round(audit.took_ms) });
  return id;
}

/** The latest run of each kind; none before the first. */
export async function latestAudits(tx: Queryable): Promise<Partial<Record<AuditKind, BookAudit>>> {
  const rows = await tx
    .selectDistinctOn([book_audits.kind])
    .from(book_audits)
    .orderBy(book_audits.kind, desc(book_audits.began_at), sql`${book_audits.id} desc`);
  return Object.fromEntries(rows.map((row) => [row.kind, row]));
}
