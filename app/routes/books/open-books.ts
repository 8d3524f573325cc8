/** What anybody may know of the books: totals and findings of the last check, never a name and nobody's amount. */
import { readLastAudits } from "@/app/domain/audit/queries/last-audits";
import { unexplainedOf } from "@/app/domain/audit/totals";
import { now } from "@/app/lib/clock";
import type { Queryable } from "@/db/client";

/** The check runs every night; later than that, something keeps it from running. */
const LATE_AFTER_MS = 26 * 3_600_000;

export async function readOpenBooks(tx: Queryable) {
  const { invariants, reconciliation } = await readLastAudits(tx);
  const present_ms = now().getTime();
  return {
    checked: invariants && {
      at: invariants.at,
      late: present_ms - invariants.at.getTime() > LATE_AFTER_MS,
      held: invariants.held,
      rules: invariants.rules.map(({ name, examined, violations }) => ({ name, examined, violations })),
      totals: invariants.totals.map((totals) => ({ ...totals, unexplained_minor: unexplainedOf(totals) })),
    },
    compared_with_stripe: reconciliation,
  };
}
export type OpenBooks = Awaited<ReturnType<typeof readOpenBooks>>;
