/**
 * Reconciliation: what Stripe lists, object by object, beside the books, in both directions. It repairs what has exactly one
 * explanation (news that never reached us) and opens an incident for everything else; it never guesses. May run at any time, beside
 * a working app and beside itself.
 */

import { REPAIRABLE_KINDS, UNDECIDED_KINDS } from "@/app/domain/audit/incident-kinds";
import { recordAudit } from "@/app/domain/audit/ledger-audits";
import { countOpenIncidents } from "@/app/domain/audit/queries/incidents";
import { DAY_MS, now } from "@/app/lib/clock";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { compareUnseen } from "./absent";
import { compareAccounts } from "./accounts";
import { type BalanceLine, compareBalances } from "./balance";
import { compareBookings } from "./bookings";
import { compareCharges } from "./charges";
import { compareCheckouts } from "./checkouts";
import { Discrepancies } from "./discrepancies";
import { compareDisputes } from "./disputes";
import { compareRefunds, compareTransfers } from "./movements";
import { Seen } from "./seen";

const WINDOW_MS = 30 * DAY_MS;
const PATIENCE_MS = 5 * 60_000;

export type ReconcileOptions = {
  /** Everything, however old, instead of the last 30 days and what is still open. */
  all?: boolean;
  /** What Stripe did more recently than that may still be on its way into the books; five minutes unless told. */
  patience_ms?: number;
};

export type Reconciliation = Pick<Discrepancies, "compared" | "counts" | "differences"> & {
  balances: BalanceLine[];
  /** Incidents about Stripe that wait for an operator, from this run or an earlier one. */
  open: number;
  took_ms: number;
};

/** @throws when Stripe or the database does not answer: then nothing is known, and nothing is recorded as held */
export async function reconcile(options: ReconcileOptions = {}): Promise<Reconciliation> {
  const began_at = now();
  const began_ms = performance.now();
  const since = options.all ? null : new Date(began_at.getTime() - WINDOW_MS);
  const discrepancies = new Discrepancies(options.patience_ms ?? PATIENCE_MS);
  const seen = await Seen.open();
  let balances: BalanceLine[];
  try {
    await compareCheckouts(discrepancies);
    await compareCharges(discrepancies, seen, since);
    await compareRefunds(discrepancies, seen, since);
    await compareTransfers(discrepancies, seen, since);
    await compareDisputes(discrepancies, seen, since);
    await compareBookings(discrepancies, seen, since);
    await compareAccounts(discrepancies, seen);
    await compareUnseen(discrepancies, seen, since);
    balances = await compareBalances(discrepancies);
  } finally {
    await seen.close();
  }
  const open = await countOpenIncidents(db, [...REPAIRABLE_KINDS, ...UNDECIDED_KINDS]);
  const took_ms = performance.now() - began_ms;
  const { compared, counts, differences } = discrepancies;
  await transact((tx) =>
    recordAudit(tx, {
      kind: "reconciliation",
      began_at,
      took_ms,
      held: open === 0,
      figures: { compared, counts, balances, open, all: options.all ?? false },
    }),
  );
  return { compared, counts, differences, balances, open, took_ms };
}
