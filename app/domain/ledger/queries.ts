/** The books at a glance, for the operator; and what a creator has earned, for the creator. Amounts are minor units per currency. */
import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { AccountKind } from "@/app/domain/ledger/vocabulary";
import type { Queryable } from "@/db/client";
import { collaboration_events, collaborations } from "@/db/schema/collaboration";
import { ledger_accounts, money_movements, stripe_events } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import { outbox } from "@/db/schema/outbox";
import { type CollaborationState, RUNNING_STATES } from "../collaboration/vocabulary";
import { ACCOUNT_CLASS_NAMES, ACCOUNT_CLASSES } from "./account-classes";

/** Account codes without the id in the middle, e.g. `offer:*:budget`. */
const LINE = sql<string>`regexp_replace(${ledger_accounts.code}, ':[^:]+_[^:]+:', ':*:')`;

/** In the order in which a controller reads them; each sheet keeps its currency's place. */
const LINES: readonly string[] = [
  ...ACCOUNT_CLASSES.platform.codes,
  ...ACCOUNT_CLASS_NAMES.filter((name) => name !== "platform"),
];

export type BookLine = {
  /** The account itself where there is one of its kind, else its class. */
  name: string;
  kind: AccountKind;
  currency: string;
  /** Accounts that hold something. */
  accounts: number;
  balance_minor: number;
};

/** One line a class of accounts and currency: the whole balance sheet. Settled accounts, which are most, are left out before anything is grouped. */
export async function readBalanceSheet(tx: Queryable): Promise<BookLine[]> {
  const rows = await tx
    .select({
      line: LINE,
      kind: ledger_accounts.kind,
      currency: ledger_accounts.currency,
      accounts: sql<number>`count(*)::int`,
      balance_minor: sql<number>`sum(${ledger_accounts.balance_minor})::float8`,
    })
    .from(ledger_accounts)
    .where(sql`${ledger_accounts.balance_minor} <> 0`)
    .groupBy(LINE, ledger_accounts.kind, ledger_accounts.currency)
    .orderBy(ledger_accounts.currency, ledger_accounts.kind, LINE);
  return rows
    .map(({ line, ...row }) => ({
      ...row,
      name: line.includes("*") ? line.slice(line.lastIndexOf(":") + 1) : line,
    }))
    .sort((a, b) => LINES.indexOf(a.name) - LINES.indexOf(b.name));
}

/** Movements that wait for somebody, and those that failed. */
export async function countMovementsThatWait(tx: Queryable): Promise<{ blocked: number; failed: number }> {
  const rows = await tx
    .select({ status: money_movements.status, n: sql<number>`count(*)::int` })
    .from(money_movements)
    .where(inArray(money_movements.status, ["blocked", "failed"]))
    .groupBy(money_movements.status);
  const of = (status: string) => rows.find((row) => row.status === status)?.n ?? 0;
  return { blocked: of("blocked"), failed: of("failed") };
}

/** Stripe events that are not worked through, or that we only keep: for a person to look at. */
export function readOddStripeEvents(tx: Queryable, limit = 20) {
  return (
    tx
      .select({
        id: stripe_events.id,
        type: stripe_events.type,
        outcome: stripe_events.outcome,
        error: stripe_events.error,
        attempts: stripe_events.attempts,
        received_at: stripe_events.received_at,
      })
      .from(stripe_events)
      // Written out as the partial index has it, so that PostgreSQL sees that it applies.
      .where(sql`(processed_at is null or outcome = 'ignored' or type like 'charge.dispute%')`)
      .orderBy(desc(stripe_events.received_at))
      .limit(limit)
  );
}

/** What is waiting to be handed on, and since when (machine time). */
export async function readOutboxLag(tx: Queryable): Promise<{ pending: number; oldest_at: Date | null }> {
  const [row] = await tx
    .select({ pending: sql<number>`count(*)::int`, oldest_at: sql<string | null>`min(${outbox.created_at})` })
    .from(outbox)
    .where(isNull(outbox.sent_at));
  return { pending: row?.pending ?? 0, oldest_at: row?.oldest_at ? new Date(row.oldest_at) : null };
}

/** A creator's pay, newest first, each with its collaboration. */
export function readEarnings(tx: Queryable, creator_id: string, limit = 100) {
  return tx
    .select({
      id: money_movements.id,
      status: money_movements.status,
      amount_minor: money_movements.amount_minor,
      currency: money_movements.currency,
      reason: money_movements.reason,
      created_at: money_movements.created_at,
      settled_at: money_movements.settled_at,
      collaboration_id: money_movements.collaboration_id,
      offer_title: offers.title,
    })
    .from(money_movements)
    .innerJoin(offer_payments, eq(offer_payments.id, money_movements.payment_id))
    .innerJoin(offers, eq(offers.id, offer_payments.offer_id))
    .where(and(eq(money_movements.creator_id, creator_id), eq(money_movements.kind, "transfer")))
    .orderBy(desc(money_movements.created_at))
    .limit(limit);
}

/**
 * Per currency, in minor units: what is held for a creator's running work, what was approved and rests until its hold ends, and what
 * has arrived at their account and stayed there.
 */
export async function readCreatorPending(tx: Queryable, creator_id: string) {
  const pending = await tx
    .select({
      currency: collaborations.currency,
      held_minor: sql<number>`coalesce(sum(${collaborations.fee_minor}) filter (where ${collaborations.state} in ('agreed', 'awaiting_sample', 'in_transit', 'creating', 'overdue', 'verifying', 'in_review', 'changes_requested', 'rejected', 'appealed')), 0)::float8`,
      approved_minor: sql<number>`coalesce(sum(${collaborations.fee_minor} + ${collaborations.reimbursement_minor}) filter (where ${collaborations.state} = 'approved'), 0)::float8`,
    })
    .from(collaborations)
    .where(eq(collaborations.creator_id, creator_id))
    .groupBy(collaborations.currency);
  const arrived = await tx
    .select({
      currency: money_movements.currency,
      minor: sql<number>`sum(case ${money_movements.kind} when 'reversal' then -${money_movements.amount_minor} else ${money_movements.amount_minor} end)::float8`,
    })
    .from(money_movements)
    .where(and(eq(money_movements.creator_id, creator_id), eq(money_movements.status, "settled")))
    .groupBy(money_movements.currency);
  return pending.map((row) => ({
    ...row,
    paid_minor: arrived.find(({ currency }) => currency === row.currency)?.minor ?? 0,
  }));
}

export type OperatorCounts = { needs_operator: number; appealed: number; verifying: number; open: number };

/** What is on the operator's desk, each counted along its own index: what has ended, which is most, is not looked at. */
export async function readOperatorCounts(tx: Queryable): Promise<OperatorCounts> {
  const rows = await tx
    .select({ state: collaborations.state, n: sql<number>`count(*)::int` })
    .from(collaborations)
    .where(inArray(collaborations.state, [...RUNNING_STATES]))
    .groupBy(collaborations.state);
  const [waiting] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(collaborations)
    .where(sql`${collaborations.needs_operator}`);
  const inState = (state: CollaborationState) => rows.find((row) => row.state === state)?.n ?? 0;
  return {
    needs_operator: waiting!.n,
    appealed: inState("appealed"),
    verifying: inState("verifying"),
    open: rows.reduce((sum, { n }) => sum + n, 0),
  };
}

/** The latest moves on the whole marketplace. */
export function readLatestEvents(tx: Queryable, limit = 20) {
  return tx
    .select({
      id: collaboration_events.id,
      event: collaboration_events.event,
      to_state: collaboration_events.to_state,
      actor_kind: collaboration_events.actor_kind,
      data: collaboration_events.data,
      at: collaboration_events.at,
      collaboration_id: collaboration_events.collaboration_id,
      offer_title: offers.title,
    })
    .from(collaboration_events)
    .innerJoin(collaborations, eq(collaborations.id, collaboration_events.collaboration_id))
    .innerJoin(offers, eq(offers.id, collaborations.offer_id))
    .orderBy(desc(collaboration_events.id))
    .limit(limit);
}
