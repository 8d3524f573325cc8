/** What the last looks at the books found, ready to be shown. */

import type { Queryable } from "@/db/client";
import { latestAudits } from "../ledger-audits";
import type { CurrencyTotals } from "../totals";

export type RuleFigures = {
  /** The name of the check, see db/checks. */
  name: string;
  examined: number;
  violations: number;
  /** Of runs before it was kept there is none. */
  took_ms?: number;
};

export type InvariantAudit = {
  at: Date;
  took_ms: number;
  held: boolean;
  rules: RuleFigures[];
  totals: CurrencyTotals[];
};

export type LastAudits = {
  invariants: InvariantAudit | null;
  reconciliation: { at: Date; held: boolean } | null;
};

export async function readLastAudits(tx: Queryable): Promise<LastAudits> {
  const { invariants, reconciliation } = await latestAudits(tx);
  return {
    invariants: invariants
      ? {
          at: invariants.began_at,
          took_ms: invariants.took_ms,
          held: invariants.held,
          ...figuresOf(invariants.figures),
        }
      : null,
    reconciliation: reconciliation ? { at: reconciliation.began_at, held: reconciliation.held } : null,
  };
}

/** Runs of earlier versions kept less. */
function figuresOf(figures: Record<string, unknown>): Pick<InvariantAudit, "rules" | "totals"> {
  const { checks = [], totals = [] } = figures as { checks?: RuleFigures[]; totals?: CurrencyTotals[] };
  return { rules: checks, totals };
}
