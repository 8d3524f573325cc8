/** A creator's statement of a year: what was earned, what went to their Stripe account, what was taken back. Read from the ledger. */

import { sql } from "drizzle-orm";
import type { CreatorId, TransactionId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import type { Queryable } from "@/db/client";
import type { OfCreator } from "../../actor";
import type { LedgerKind } from "../../ledger/post";
import type { Period } from "../periods";

export const CREATOR_LINES = [
  "pay",
  "sample",
  "payment_reversed",
  "owed",
  "sent",
  "not_sent",
  "taken_back",
  "not_taken_back",
] as const;

export type CreatorLineKind = (typeof CREATOR_LINES)[number];

export type CreatorLine = {
  transaction_id: TransactionId;
  at: Date;
  kind: CreatorLineKind;
  offer_title: string;
  brand_name: string;
  /** what we owe the creator more (or, below zero, less), in minor units */
  amount_minor: number;
};

/** A debt that is paid from earnings only changes its place: what is owed to the creator and what they owe become smaller together. */
const LINE_OF: Readonly<Record<LedgerKind, CreatorLineKind | null>> = {
  capture: null,
  hold: null,
  void: null,
  release: "pay",
  split: "pay",
  holdback_released: "pay",
  holdback_returned: null,
  release_reversed: "payment_reversed",
  transfer_pending: "sent",
  transfer_settled: null,
  transfer_failed: "not_sent",
  refund_pending: null,
  refund_settled: null,
  refund_failed: null,
  clawback: "owed",
  recovered: null,
  reversal_pending: "taken_back",
  reversal_settled: null,
  reversal_failed: "not_taken_back",
  dispute_moved: null,
  dispute_lost: null,
};

export type CreatorStatement = {
  /** owed to the creator, less what they owe */
  opening_minor: number;
  lines: readonly CreatorLine[];
  closing_minor: number;
};

type Scope = { creator_id: CreatorId; currency: string };

type Row = Omit<CreatorLine, "at" | "kind" | "transaction_id"> & {
  id: TransactionId;
  at: Date | string;
  kind: LedgerKind;
  sample_minor: number;
};

export async function readCreatorStatement(
  tx: Queryable,
  scope: Scope,
  { from, until }: Period,
): Promise<CreatorStatement> {
  const before = one(
    await tx.execute<{ minor: number }>(sql`
    select coalesce(-sum(e.amount_minor), 0)::float8 as minor
    from ledger_accounts a join ledger_entries e on e.account_id = a.id join ledger_transactions t on t.id = e.transaction_id
    where ${theirs(scope)} and t.created_at < ${from.toISOString()}`),
    "the opening balance",
  );
  const rows = await tx.execute<Row>(sql`
    select t.id, t.kind, t.created_at as at, o.title as offer_title, b.name as brand_name,
      coalesce(-sum(e.amount_minor), 0)::float8 as amount_minor,
      (case when t.kind in ('release', 'split') then c.reimbursement_minor else 0 end)::float8 as sample_minor
    from ledger_accounts a
    join ledger_entries e on e.account_id = a.id
    join ledger_transactions t on t.id = e.transaction_id
    join offer_payments f on f.id = t.payment_id
    join offers o on o.id = f.offer_id
    join brands b on b.id = f.brand_id
    left join collaborations c on c.id = t.collaboration_id
    where ${theirs(scope)} and t.created_at >= ${from.toISOString()} and t.created_at < ${until.toISOString()}
    group by t.id, o.title, b.name, c.reimbursement_minor
    order by t.created_at, t.id`);
  const opening_minor = before.minor;
  const lines = rows.flatMap(linesOf);
  const closing_minor = lines.reduce((sum, { amount_minor }) => sum + amount_minor, opening_minor);
  return { opening_minor, lines, closing_minor };
}

/** Years in which anything was booked for a creator, newest first, by currency. */
export async function listStatementYears(tx: Queryable, { creator_id }: OfCreator) {
  const rows = await tx.execute<{ year: string; currency: string }>(sql`
    select distinct to_char(t.created_at at time zone 'UTC', 'YYYY') as year, a.currency
    from ledger_accounts a join ledger_entries e on e.account_id = a.id join ledger_transactions t on t.id = e.transaction_id
    where a.code in (${`creator:${creator_id}:payable`}, ${`creator:${creator_id}:owed`})
    order by 1 desc, 2`);
  return rows.map(({ year, currency }) => ({ year, currency }));
}

function theirs({ creator_id, currency }: Scope) {
  return sql`a.code in (${`creator:${creator_id}:payable`}, ${`creator:${creator_id}:owed`}) and a.currency = ${currency}`;
}

function linesOf({ id, at, kind, amount_minor, sample_minor, offer_title, brand_name }: Row): CreatorLine[] {
  const line = (of_kind: CreatorLineKind, minor: number): CreatorLine[] =>
    minor === 0
      ? []
      : [
          {
            ...{ transaction_id: id, at: new Date(at), kind: of_kind },
            ...{ offer_title, brand_name, amount_minor: minor },
          },
        ];
  const named = LINE_OF[kind];
  if (named === null && amount_minor !== 0)
    throw new Error(`${kind} changes what a creator is owed, and no statement says how`);
  if (!named) return [];
  return [...line(named, amount_minor - sample_minor), ...line("sample", sample_minor)];
}
