/** The entries of one account, newest first, each with the balance that it left behind. */

import { sql } from "drizzle-orm";
import type { CollaborationId, MovementId, PaymentId, TransactionId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";

export type EntryRow = {
  id: number;
  transaction_id: TransactionId;
  kind: string;
  at: Date;
  /** Positive for a debit, negative for a credit. */
  amount_minor: number;
  /** Positive on the account's natural side. */
  balance_minor: number;
  collaboration_id: CollaborationId | null;
  payment_id: PaymentId | null;
  movement_id: MovementId | null;
};

/** The last entry seen. Whoever goes on in the same breath hands its balance along, so that nothing is summed twice. */
export type EntryCursor = { id: number; balance_before_minor?: number };

export type EntryPage = { rows: EntryRow[]; next: EntryCursor | null };

/**
 * One statement, so that balance and entries are of the same moment. It goes back from the balance as it stands: the first pages of
 * an account with millions of entries cost no more than those of a new one. Entries of one account are numbered in the order of
 * their booking, because each is written under the account's lock.
 */
export async function listEntries(
  tx: Queryable,
  account_id: number,
  after: EntryCursor | null = null,
  limit = 50,
): Promise<EntryPage> {
  const rows = [
    ...(await tx.execute<Omit<EntryRow, "at"> & { at: string }>(entriesSql(account_id, after, limit + 1))),
  ].map((row) => ({ ...row, id: Number(row.id), at: new Date(row.at) }));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const oldest = rows.at(-1);
  return {
    rows: page,
    next:
      rows.length > limit && last && oldest
        ? { id: last.id, balance_before_minor: oldest.balance_minor }
        : null,
  };
}

/** The statement behind a page, whose plan a test looks at. */
export function entriesSql(account_id: number, after: EntryCursor | null, max: number) {
  const since = after?.id ?? null;
  const top =
    after?.balance_before_minor === undefined
      ? sql`a.balance_minor - a.sign * coalesce((
          select sum(n.amount_minor) from ledger_entries n where n.account_id = ${account_id} and n.id >= ${since}::bigint), 0)`
      : sql`${after.balance_before_minor}::bigint`;
  return sql`
    with account as (
      select id, balance_minor, case when kind in ('asset', 'expense') then 1 else -1 end as sign
      from ledger_accounts where id = ${account_id}
    ), page as (
      select e.id, e.transaction_id, e.amount_minor from ledger_entries e
      where e.account_id = ${account_id} and (${since}::bigint is null or e.id < ${since}::bigint)
      order by e.id desc limit ${max}
    ), top as (select a.sign, (${top})::bigint as minor from account a)
    select p.id, p.transaction_id, t.kind, t.created_at as at, p.amount_minor::float8 as amount_minor,
      (top.minor - top.sign * coalesce(sum(p.amount_minor)
        over (order by p.id desc rows between unbounded preceding and 1 preceding), 0))::float8 as balance_minor,
      t.collaboration_id, t.payment_id, t.movement_id
    from page p cross join top join ledger_transactions t on t.id = p.transaction_id
    order by p.id desc`;
}
