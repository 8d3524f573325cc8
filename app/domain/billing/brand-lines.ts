/** What happened to a brand's money, read from the ledger and from nothing else, as the lines of a statement or an invoice. */

import { sql } from "drizzle-orm";
import type { BrandId, CollaborationId, OfferId, TransactionId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import type { Queryable } from "@/db/client";
import type { LedgerKind } from "../ledger/post";
import type { Period } from "./periods";

/** `pay` and `sample` go to a creator; `platform_fee` is ours; the rest moves between the brand, its card and its bank. */
export const BRAND_LINES = [
  "funded",
  "pay",
  "sample",
  "platform_fee",
  "payment_reversed",
  "recovered",
  "refund",
  "refund_came_back",
  "charged_back",
] as const;
export type BrandLineKind = (typeof BRAND_LINES)[number];

export type BrandLine = {
  /** of the ledger's transaction */
  transaction_id: TransactionId;
  at: Date;
  kind: BrandLineKind;
  offer_id: OfferId;
  offer_title: string;
  collaboration_id: CollaborationId | null;
  creator_name: string | null;
  /** what the brand has more (or, below zero, less) with us, in minor units */
  amount_minor: number;
};

/** Whose lines: of all of a brand's offers or of one, in one currency. */
export type Scope = { brand_id: BrandId; currency: string; offer_id?: OfferId };

/** Transactions of some kinds change nothing of what a brand has with us: money stays where it is, or only its place changes. */
const LINE_OF: Readonly<Record<LedgerKind, BrandLineKind | null>> = {
  capture: "funded",
  hold: null,
  void: null,
  release: "pay",
  split: "pay",
  holdback_released: "pay",
  // Only where the charge is lost: the bank gave the brand this part back, so it is no longer here.
  holdback_returned: "charged_back",
  release_reversed: "payment_reversed",
  transfer_pending: null,
  transfer_settled: null,
  transfer_failed: null,
  refund_pending: "refund",
  refund_settled: null,
  refund_failed: "refund_came_back",
  clawback: null,
  recovered: null,
  reversal_pending: null,
  reversal_settled: null,
  reversal_failed: null,
  dispute_moved: null,
  dispute_lost: "charged_back",
};

/** The accounts in which we keep a brand's money. What a creator still owes it is not there yet. */
const IS_THE_BRANDS = sql`(a.code like 'offer:%:budget' or a.code like 'collaboration:%:held' or a.code like 'brand:%:available')`;

type Row = {
  id: TransactionId;
  kind: LedgerKind;
  at: Date | string;
  offer_id: OfferId;
  offer_title: string;
  collaboration_id: CollaborationId | null;
  creator_name: string | null;
  brand_minor: number;
  fee_minor: number;
  recovered_minor: number;
  sample_minor: number;
};

/** In the order of the books. @throws when a transaction changes what a brand has and its kind has no line */
export async function readBrandLines(
  tx: Queryable,
  scope: Scope,
  { from, until }: Period,
): Promise<BrandLine[]> {
  const rows = await tx.execute<Row>(sql`
    select t.id, t.kind, t.created_at as at, f.offer_id, o.title as offer_title, t.collaboration_id,
      cr.display_name as creator_name,
      coalesce(-sum(e.amount_minor) filter (where ${IS_THE_BRANDS}), 0)::float8 as brand_minor,
      coalesce(-sum(e.amount_minor) filter (where a.code = 'platform:fees'), 0)::float8 as fee_minor,
      coalesce(sum(e.amount_minor) filter (where a.code like 'collaboration:%:clawback'), 0)::float8 as recovered_minor,
      (case when t.kind in ('release', 'split') then c.reimbursement_minor else 0 end)::float8 as sample_minor
    from ledger_transactions t
    join offer_payments f on f.id = t.payment_id
    join offers o on o.id = f.offer_id
    join ledger_entries e on e.transaction_id = t.id and e.currency = ${scope.currency}
    join ledger_accounts a on a.id = e.account_id
    left join collaborations c on c.id = t.collaboration_id
    left join creators cr on cr.id = c.creator_id
    where ${of(scope)} and t.created_at >= ${from.toISOString()} and t.created_at < ${until.toISOString()}
    group by t.id, f.offer_id, o.title, cr.display_name, c.reimbursement_minor
    order by t.created_at, t.id`);
  return rows.flatMap(linesOf);
}

/** What the brand had with us just before `at`: the sum of every line until then. */
export async function brandBalance(tx: Queryable, scope: Scope, at: Date): Promise<number> {
  const row = one(
    await tx.execute<{ minor: number }>(sql`
    select coalesce(-sum(e.amount_minor), 0)::float8 as minor
    from ledger_transactions t
    join offer_payments f on f.id = t.payment_id
    join ledger_entries e on e.transaction_id = t.id and e.currency = ${scope.currency}
    join ledger_accounts a on a.id = e.account_id
    where ${of(scope)} and t.created_at < ${at.toISOString()} and ${IS_THE_BRANDS}`),
    "the balance of a brand",
  );
  return row.minor;
}

function of({ brand_id, offer_id }: Scope) {
  return offer_id
    ? sql`f.brand_id = ${brand_id} and f.offer_id = ${offer_id}`
    : sql`f.brand_id = ${brand_id}`;
}

function linesOf(row: Row): BrandLine[] {
  const { id, at, offer_id, offer_title, collaboration_id, creator_name } = row;
  const kind = LINE_OF[row.kind];
  const line = (of_kind: BrandLineKind, amount_minor: number): BrandLine[] =>
    amount_minor === 0
      ? []
      : [
          {
            ...{ transaction_id: id, at: new Date(at), kind: of_kind, offer_id, offer_title },
            ...{ collaboration_id, creator_name, amount_minor },
          },
        ];
  if (kind === null && row.brand_minor !== 0)
    throw new Error(`${row.kind} changes what a brand has, and no statement says how`);
  if (kind === null || kind === undefined) return [];
  if (kind === "pay")
    return [
      ...line("pay", row.brand_minor + row.fee_minor + row.sample_minor),
      ...line("sample", -row.sample_minor),
      ...line("platform_fee", -row.fee_minor),
    ];
  // What a creator gave back goes straight to the card: in and out in one transaction.
  return [...line("recovered", row.recovered_minor), ...line(kind, row.brand_minor - row.recovered_minor)];
}
