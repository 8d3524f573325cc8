/**
 * The books: append-only double entry, and the movements at Stripe that they describe. Rules that must never break (entries sum
 * to zero, nothing is updated or deleted, held accounts never below zero) are held by the database itself, see the migration
 * `ledger_guards`.
 */
import { sql } from "drizzle-orm";
import {
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { DISPUTE_STATUSES } from "@/app/domain/disputes/vocabulary";
import {
  ACCOUNT_KINDS,
  CLAWBACK_REASONS,
  MOVEMENT_KINDS,
  MOVEMENT_STATUSES,
} from "@/app/domain/ledger/vocabulary";
import { collaborations } from "./collaboration";
import { createdAt, foreignId, id, instant, minor } from "./columns";
import { creators } from "./creator";
import { offer_payments } from "./offer";

/** One account in one currency with its running balance, positive on the account's natural side. */
export const ledger_accounts = pgTable(
  "ledger_accounts",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    code: text("code").notNull(),
    currency: text("currency").notNull(),
    kind: text("kind", { enum: ACCOUNT_KINDS }).notNull(),
    balance_minor: minor("balance_minor").notNull().default(0),
    /** People's money: may never go below zero. */
    non_negative: boolean("non_negative").notNull(),
  },
  (t) => [
    uniqueIndex("ledger_accounts_code_currency_key").on(t.code, t.currency),
    check("ledger_accounts_never_below_zero", sql`not ${t.non_negative} or ${t.balance_minor} >= 0`),
  ],
);

export const ledger_transactions = pgTable(
  "ledger_transactions",
  {
    id: id("ltx"),
    kind: text("kind").notNull(),
    /** The same cause can never be booked twice. */
    idempotency_key: text("idempotency_key").notNull().unique(),
    collaboration_id: foreignId("collaboration_id", "collab").references(() => collaborations.id),
    payment_id: foreignId("payment_id", "payment").references(() => offer_payments.id),
    movement_id: foreignId("movement_id", "movement"),
    note: text("note").notNull().default(""),
    created_at: createdAt(),
  },
  (t) => [
    index("ledger_transactions_collaboration_idx").on(t.collaboration_id),
    index("ledger_transactions_payment_idx").on(t.payment_id),
    index("ledger_transactions_created_idx").on(t.created_at, t.id),
    // The books can be read kind by kind. Of these kinds there are few, and a list by date would be walked in search of them; of the
    // others every page of that list has some.
    index("ledger_transactions_rare_kinds_idx")
      .on(t.kind, t.created_at, t.id)
      .where(
        sql`kind in ('split', 'transfer_failed', 'refund_failed', 'holdback_released', 'holdback_returned', 'release_reversed', 'clawback', 'recovered', 'reversal_pending', 'reversal_settled', 'reversal_failed', 'dispute_moved', 'dispute_lost')`,
      ),
  ],
);

/** `amount_minor` is positive for a debit and negative for a credit; the entries of a transaction sum to zero per currency. */
export const ledger_entries = pgTable(
  "ledger_entries",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    transaction_id: foreignId("transaction_id", "ltx")
      .notNull()
      .references(() => ledger_transactions.id),
    account_id: integer("account_id")
      .notNull()
      .references(() => ledger_accounts.id),
    currency: text("currency").notNull(),
    amount_minor: minor("amount_minor").notNull(),
  },
  (t) => [
    check("ledger_entries_not_zero", sql`${t.amount_minor} <> 0`),
    index("ledger_entries_transaction_idx").on(t.transaction_id),
    index("ledger_entries_account_idx").on(t.account_id, t.id),
  ],
);

/** One call that moves money at Stripe, in three steps: intend, do, settle. */
export const money_movements = pgTable(
  "money_movements",
  {
    id: id("movement"),
    kind: text("kind", { enum: MOVEMENT_KINDS }).notNull(),
    status: text("status", { enum: MOVEMENT_STATUSES }).notNull().default("pending"),
    currency: text("currency").notNull(),
    amount_minor: minor("amount_minor").notNull(),
    /** What asked for it, e.g. `release:collab_…`; the same cause can never be intended twice. */
    idempotency_key: text("idempotency_key").notNull().unique(),
    payment_id: foreignId("payment_id", "payment")
      .notNull()
      .references(() => offer_payments.id),
    collaboration_id: foreignId("collaboration_id", "collab").references(() => collaborations.id),
    creator_id: foreignId("creator_id", "creator").references(() => creators.id),
    /** The debt that a reversal recovers. */
    clawback_id: foreignId("clawback_id", "clawback"),
    /** `tr_…`, `re_…` or `trr_…` once known. */
    stripe_id: text("stripe_id").unique(),
    attempts: integer("attempts").notNull().default(0),
    /** Counted up when a key is burnt (Stripe replays a 500, and forgets a key after 24 h); part of the key that is sent. */
    key_version: integer("key_version").notNull().default(1),
    /** When the present key was first sent: Stripe forgets a key after 24 h. */
    key_sent_at: instant("key_sent_at"),
    /** `acct_…` that a transfer was sent to, and could receive it then. */
    destination: text("destination"),
    /** A transfer from before there was one gate for all of them: nobody recorded what it would ask for. */
    before_gate: boolean("before_gate").notNull().default(false),
    /** Why it waits or failed: a code with a text in both languages. */
    reason: text("reason"),
    detail: jsonb("detail").$type<Record<string, unknown>>(),
    settled_at: instant("settled_at"),
    created_at: createdAt(),
  },
  (t) => [
    check("money_movements_positive", sql`${t.amount_minor} > 0`),
    // What each kind names; `Movement` in domain/ledger/movement says the same to the compiler.
    check(
      "money_movements_kind",
      sql`case ${t.kind}
        when 'transfer' then num_nonnulls(${t.collaboration_id}, ${t.creator_id}) = 2 and ${t.clawback_id} is null
        when 'refund' then num_nonnulls(${t.collaboration_id}, ${t.creator_id}, ${t.clawback_id}) = 0
        when 'reversal' then num_nonnulls(${t.collaboration_id}, ${t.creator_id}, ${t.clawback_id}) = 3
        else false
      end`,
    ),
    index("money_movements_open_idx").on(t.created_at).where(sql`status in ('pending', 'blocked')`),
    index("money_movements_payment_idx").on(t.payment_id),
    index("money_movements_collaboration_idx").on(t.collaboration_id),
    index("money_movements_creator_idx").on(t.creator_id),
    // The books list them by status and kind, newest first.
    index("money_movements_ledger_idx").on(t.status, t.kind, t.created_at, t.id),
  ],
);

/** The webhook inbox: an event is stored once, acknowledged, and worked on until `processed_at` is set. */
export const stripe_events = pgTable(
  "stripe_events",
  {
    id: text("id").primaryKey(),
    type: text("type").notNull(),
    api_version: text("api_version"),
    account: text("account"),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    received_at: instant("received_at").notNull(),
    processed_at: instant("processed_at"),
    /** handled · ignored (a type we do not act on, shown to the operator) */
    outcome: text("outcome"),
    error: text("error"),
    attempts: integer("attempts").notNull().default(0),
  },
  (t) => [
    index("stripe_events_open_idx").on(t.received_at).where(sql`processed_at is null`),
    // What the books show to a person: few among millions.
    index("stripe_events_odd_idx")
      .on(t.received_at)
      .where(sql`(processed_at is null or outcome = 'ignored' or type like 'charge.dispute%')`),
  ],
);

/**
 * What a creator owes back for a post that was paid and is gone, or was a fraud. Recovered from future earnings or by reversing
 * the transfer; what comes in goes back to the charge that had paid.
 */
export const clawbacks = pgTable(
  "clawbacks",
  {
    id: id("clawback"),
    collaboration_id: foreignId("collaboration_id", "collab")
      .notNull()
      .unique()
      .references(() => collaborations.id),
    creator_id: foreignId("creator_id", "creator")
      .notNull()
      .references(() => creators.id),
    reason: text("reason", { enum: CLAWBACK_REASONS }).notNull(),
    currency: text("currency").notNull(),
    amount_minor: minor("amount_minor").notNull(),
    /** Taken from the creator so far. */
    recovered_minor: minor("recovered_minor").notNull().default(0),
    /** Of that, given back to the brand's budget or card. */
    returned_minor: minor("returned_minor").notNull().default(0),
    created_at: createdAt(),
  },
  (t) => [
    check(
      "clawbacks_never_over",
      sql`${t.amount_minor} > 0 and ${t.returned_minor} >= 0 and ${t.returned_minor} <= ${t.recovered_minor}
        and ${t.recovered_minor} <= ${t.amount_minor}`,
    ),
    index("clawbacks_open_idx")
      .on(t.creator_id, t.currency, t.created_at)
      .where(sql`recovered_minor < amount_minor`),
    index("clawbacks_to_return_idx").on(t.id).where(sql`returned_minor < recovered_minor`),
  ],
);

/** A cardholder's chargeback against one charge (Stripe's dispute). */
export const disputes = pgTable(
  "disputes",
  {
    /** Stripe's own `dp_…`. */
    id: text("id").primaryKey(),
    payment_id: foreignId("payment_id", "payment")
      .notNull()
      .references(() => offer_payments.id),
    status: text("status", { enum: DISPUTE_STATUSES }).notNull().default("open"),
    /** Stripe's status, word for word, and the card network's reason. */
    stripe_status: text("stripe_status").notNull(),
    reason: text("reason").notNull(),
    currency: text("currency").notNull(),
    amount_minor: minor("amount_minor").notNull(),
    /** What Stripe holds back or has taken for it at the moment, and its fee for the dispute. */
    withdrawn_minor: minor("withdrawn_minor").notNull().default(0),
    fee_minor: minor("fee_minor").notNull().default(0),
    /** What nobody but the platform could bear, once lost. */
    loss_minor: minor("loss_minor").notNull().default(0),
    evidence_due_at: instant("evidence_due_at"),
    evidence_sent_at: instant("evidence_sent_at"),
    /** Since when nothing leaves its charge; an inquiry freezes nothing. */
    froze_at: instant("froze_at"),
    closed_at: instant("closed_at"),
    created_at: createdAt(),
  },
  (t) => [
    index("disputes_payment_idx").on(t.payment_id),
    index("disputes_open_idx").on(t.created_at).where(sql`status = 'open'`),
  ],
);

/** The next free moment for a call to Stripe, per endpoint and in all: every process takes its turn here. */
export const stripe_call_slots = pgTable("stripe_call_slots", {
  name: text("name").primaryKey(),
  next_at: instant("next_at").notNull(),
});
