/** The one door into the books. */

import { and, eq, inArray, sql } from "drizzle-orm";
import { type CollaborationId, type MovementId, newId, type PaymentId } from "@/app/lib/ids";
import { required } from "@/app/lib/one";
import type { Queryable, Tx } from "@/db/client";
import { ledger_accounts, ledger_entries, ledger_transactions } from "@/db/schema/ledger";
import type { Account } from "./accounts";

export const LEDGER_KINDS = [
  "capture",
  "hold",
  "void",
  "release",
  "split",
  "transfer_pending",
  "transfer_settled",
  "transfer_failed",
  "refund_pending",
  "refund_settled",
  "refund_failed",
  "holdback_released",
  "holdback_returned",
  "release_reversed",
  "clawback",
  "recovered",
  "reversal_pending",
  "reversal_settled",
  "reversal_failed",
  "dispute_moved",
  "dispute_lost",
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** One side of a transaction: positive debits, negative credits, in minor units. */
export type Entry = { account: Account; amount_minor: number };

export type Posting = {
  kind: LedgerKind;
  /** Unique in the database: the same cause is booked once, whoever comes second. */
  idempotency_key: string;
  currency: string;
  entries: readonly Entry[];
  collaboration_id?: CollaborationId;
  payment_id?: PaymentId;
  movement_id?: MovementId;
};

/**
 * Books a transaction and its effect on the balances, and locks the accounts in the order of their codes, so that two postings can
 * never wait for each other. Zero entries are left out.
 *
 * @returns false when this cause was booked before; nothing changes then
 * @throws RangeError when the entries do not sum to zero, or an amount is no safe integer (a fault of ours)
 * @throws a constraint error when somebody's money would fall below zero
 */
export async function post(tx: Tx, posting: Posting): Promise<boolean> {
  const entries = posting.entries.filter((entry) => entry.amount_minor !== 0);
  assertBalanced(entries);
  if (entries.length === 0) return false;

  const transaction_id = newId("ltx");
  const booked = await tx
    .insert(ledger_transactions)
    .values({
      id: transaction_id,
      kind: posting.kind,
      idempotency_key: posting.idempotency_key,
      collaboration_id: posting.collaboration_id,
      payment_id: posting.payment_id,
      movement_id: posting.movement_id,
    })
    .onConflictDoNothing({ target: ledger_transactions.idempotency_key })
    .returning({ id: ledger_transactions.id });
  if (booked.length === 0) return false;

  const ids = await lockAccounts(
    tx,
    entries.map((entry) => entry.account),
    posting.currency,
  );
  const idOf = ({ account: { code } }: Entry) => required(ids.get(code), `the account ${code}`);
  for (const entry of entries) {
    await tx
      .update(ledger_accounts)
      .set({ balance_minor: sql`${ledger_accounts.balance_minor} + ${naturalAmount(entry)}` })
      .where(eq(ledger_accounts.id, idOf(entry)));
  }
  await tx.insert(ledger_entries).values(
    entries.map((entry) => ({
      transaction_id,
      account_id: idOf(entry),
      currency: posting.currency,
      amount_minor: entry.amount_minor,
    })),
  );
  return true;
}

/** The balance of one account in minor units, positive on its natural side; 0 for an account never used. */
export async function balanceOf(tx: Queryable, account: Account, currency: string): Promise<number> {
  const [row] = await tx
    .select({ balance_minor: ledger_accounts.balance_minor })
    .from(ledger_accounts)
    .where(and(eq(ledger_accounts.code, account.code), eq(ledger_accounts.currency, currency)));
  return row?.balance_minor ?? 0;
}

function assertBalanced(entries: readonly Entry[]): void {
  let sum = 0n;
  for (const { amount_minor } of entries) {
    if (!Number.isSafeInteger(amount_minor))
      throw new RangeError(`Not an amount in minor units: ${amount_minor}`);
    sum += BigInt(amount_minor);
  }
  if (sum !== 0n) throw new RangeError(`Entries sum to ${sum}, not to zero`);
}

function naturalAmount({ account, amount_minor }: Entry): number {
  return account.kind === "asset" || account.kind === "expense" ? amount_minor : -amount_minor;
}

/** Locks the accounts in the order of their codes, opening those that are new. Returns their row ids by code. */
async function lockAccounts(
  tx: Tx,
  wanted: readonly Account[],
  currency: string,
): Promise<Map<string, number>> {
  const codes = [...new Set(wanted.map((account) => account.code))].sort();
  const lock = () =>
    tx
      .select({ id: ledger_accounts.id, code: ledger_accounts.code })
      .from(ledger_accounts)
      .where(and(inArray(ledger_accounts.code, codes), eq(ledger_accounts.currency, currency)))
      // "C" collation: the same order in PostgreSQL as in JavaScript's sort.
      .orderBy(sql`${ledger_accounts.code} collate "C"`)
      .for("update");
  let rows = await lock();
  if (rows.length < codes.length) {
    const fresh = wanted
      .filter((account) => !rows.some((row) => row.code === account.code))
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, kind, non_negative }) => ({ code, kind, non_negative, currency }));
    await tx.insert(ledger_accounts).values(fresh).onConflictDoNothing();
    rows = await lock();
  }
  return new Map(rows.map((row) => [row.code, row.id]));
}
