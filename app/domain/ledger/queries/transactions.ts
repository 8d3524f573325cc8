/** The transactions of the books, newest first, and one with its entries. */

import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { CollaborationId, MovementId, PaymentId, TransactionId } from "@/app/lib/ids";
import { type Cursor, PAGE_SIZE, type Page, pageOf } from "@/app/lib/page";
import { notFound } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { ledger_accounts, ledger_entries, ledger_transactions, money_movements } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import { findReference, type LedgerReference } from "../ledger-reference";
import { LEDGER_KINDS, type LedgerKind } from "../post";

export type TransactionFilter = {
  kind?: LedgerKind;
  /** From this instant on. */
  from?: Date;
  /** Before this instant. */
  before?: Date;
  /** An id of ours or of Stripe's, or the cause (idempotency key). */
  reference?: string;
};

/** What changed hands: the debits. A transaction has one currency. */
const AMOUNT = sql<number>`(select sum(e.amount_minor) filter (where e.amount_minor > 0)
  from ledger_entries e where e.transaction_id = ledger_transactions.id)::float8`;

const CURRENCY = sql<string>`(select e.currency from ledger_entries e
  where e.transaction_id = ledger_transactions.id limit 1)`;

const ROW = {
  id: ledger_transactions.id,
  kind: sql<LedgerKind>`${ledger_transactions.kind}`,
  idempotency_key: ledger_transactions.idempotency_key,
  collaboration_id: ledger_transactions.collaboration_id,
  payment_id: ledger_transactions.payment_id,
  movement_id: ledger_transactions.movement_id,
  at: ledger_transactions.created_at,
  amount_minor: AMOUNT,
  currency: CURRENCY,
} as const;

export type TransactionRow = {
  id: TransactionId;
  kind: LedgerKind;
  idempotency_key: string;
  collaboration_id: CollaborationId | null;
  payment_id: PaymentId | null;
  movement_id: MovementId | null;
  at: Date;
  amount_minor: number;
  currency: string;
};

export async function listTransactions(
  tx: Queryable,
  filter: TransactionFilter,
  after: Cursor | null = null,
  limit = PAGE_SIZE,
): Promise<Page<TransactionRow>> {
  const reference = filter.reference ? await findReference(tx, filter.reference) : undefined;
  if (reference === null) return { rows: [], next: null };
  return pageOf(
    (max) => transactionsQuery(tx, filter, reference, after, max),
    limit,
    ({ at, id }) => ({ key: at.toISOString(), id }),
  );
}

/** The statement behind a page, whose plan a test looks at. */
export function transactionsQuery(
  tx: Queryable,
  filter: TransactionFilter,
  reference: LedgerReference | undefined,
  after: Cursor | null,
  max: number,
) {
  const { kind, from, before } = filter;
  return tx
    .select(ROW)
    .from(ledger_transactions)
    .where(
      and(
        kind ? isKind(kind) : undefined,
        from ? gte(ledger_transactions.created_at, from) : undefined,
        before ? lt(ledger_transactions.created_at, before) : undefined,
        reference ? isAbout(tx, reference) : undefined,
        after
          ? sql`(${ledger_transactions.created_at}, ${ledger_transactions.id}) < (${after.key}::timestamptz, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(desc(ledger_transactions.created_at), desc(ledger_transactions.id))
    .limit(max);
}

/** Written out, not as a parameter, so that PostgreSQL sees that the partial index on rare kinds applies. */
function isKind(kind: LedgerKind): SQL {
  const known = LEDGER_KINDS.find((one) => one === kind);
  if (!known) throw new RangeError(`No kind of transaction: ${kind}`);
  return sql`${ledger_transactions.kind} = ${sql.raw(`'${known}'`)}`;
}

function isAbout(tx: Queryable, reference: LedgerReference): SQL | undefined {
  switch (reference.of) {
    case "transaction":
      return eq(ledger_transactions.id, reference.id);
    case "cause":
      return eq(ledger_transactions.idempotency_key, reference.id);
    case "collaboration":
      return eq(ledger_transactions.collaboration_id, reference.id);
    case "payment":
      return eq(ledger_transactions.payment_id, reference.id);
    case "movement":
      return and(
        eq(ledger_transactions.payment_id, reference.payment_id),
        eq(ledger_transactions.movement_id, reference.id),
      );
    case "offer":
      return inArray(
        ledger_transactions.payment_id,
        paymentsOf(tx, eq(offer_payments.offer_id, reference.id)),
      );
    case "brand":
      return inArray(ledger_transactions.payment_id, paymentsOf(tx, eq(offers.brand_id, reference.id)));
    case "creator":
      return inArray(
        ledger_transactions.collaboration_id,
        sql`(select c.id from collaborations c where c.creator_id = ${reference.id})`,
      );
  }
}

const paymentsOf = (tx: Queryable, condition: SQL) =>
  tx
    .select({ id: offer_payments.id })
    .from(offer_payments)
    .innerJoin(offers, eq(offers.id, offer_payments.offer_id))
    .where(condition);

export type TransactionEntry = {
  id: number;
  account_id: number;
  code: string;
  currency: string;
  amount_minor: number;
};

/** @throws Refusal 404 */
export async function readTransaction(tx: Queryable, id: TransactionId) {
  const [transaction] = await tx.select(ROW).from(ledger_transactions).where(eq(ledger_transactions.id, id));
  if (!transaction) throw notFound("transaction");
  const entries: TransactionEntry[] = await tx
    .select({
      id: ledger_entries.id,
      account_id: ledger_entries.account_id,
      code: ledger_accounts.code,
      currency: ledger_entries.currency,
      amount_minor: ledger_entries.amount_minor,
    })
    .from(ledger_entries)
    .innerJoin(ledger_accounts, eq(ledger_accounts.id, ledger_entries.account_id))
    .where(eq(ledger_entries.transaction_id, id))
    .orderBy(asc(ledger_entries.id));
  const [charge] = transaction.payment_id
    ? await tx
        .select({ charge_id: offer_payments.charge_id, offer_id: offers.id, offer_title: offers.title })
        .from(offer_payments)
        .innerJoin(offers, eq(offers.id, offer_payments.offer_id))
        .where(eq(offer_payments.id, transaction.payment_id))
    : [];
  const [movement] = transaction.movement_id
    ? await tx
        .select({ kind: money_movements.kind, stripe_id: money_movements.stripe_id })
        .from(money_movements)
        .where(eq(money_movements.id, transaction.movement_id))
    : [];
  return { transaction, entries, charge: charge ?? null, movement: movement ?? null };
}
