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
import { collaborations } from "./collaboration";
import { createdAt, id, instant, minor } from "./columns";
import { creators } from "./creator";
import { fundings } from "./offer";

export const ACCOUNT_KINDS = ["asset", "liability", "revenue", "expense"] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

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
    id: id(),
    kind: text("kind").notNull(),
    /** The same cause can never be booked twice. */
    idempotency_key: text("idempotency_key").notNull().unique(),
    collaboration_id: text("collaboration_id").references(() => collaborations.id),
    funding_id: text("funding_id").references(() => fundings.id),
    movement_id: text("movement_id"),
    note: text("note").notNull().default(""),
    created_at: createdAt(),
  },
  (t) => [
    index("ledger_transactions_collaboration_idx").on(t.collaboration_id),
    index("ledger_transactions_funding_idx").on(t.funding_id),
    index("ledger_transactions_created_idx").on(t.created_at, t.id),
  ],
);

/** `amount_minor` is positive for a debit and negative for a credit; the entries of a transaction sum to zero per currency. */
export const ledger_entries = pgTable(
  "ledger_entries",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    transaction_id: text("transaction_id")
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

export const MOVEMENT_KINDS = ["transfer", "refund"] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];
/** intended: booked, not yet confirmed by Stripe · blocked: waits for the creator's account · settled · failed: undone in the books */
export const MOVEMENT_STATUSES = ["intended", "blocked", "settled", "failed"] as const;
export type MovementStatus = (typeof MOVEMENT_STATUSES)[number];

/** One call that moves money at Stripe, in three steps: intend, do, settle. */
export const money_movements = pgTable(
  "money_movements",
  {
    id: id(),
    kind: text("kind", { enum: MOVEMENT_KINDS }).notNull(),
    status: text("status", { enum: MOVEMENT_STATUSES }).notNull().default("intended"),
    currency: text("currency").notNull(),
    amount_minor: minor("amount_minor").notNull(),
    /** What asked for it, e.g. `release:collab_…`; the same cause can never be intended twice. */
    idempotency_key: text("idempotency_key").notNull().unique(),
    funding_id: text("funding_id")
      .notNull()
      .references(() => fundings.id),
    collaboration_id: text("collaboration_id").references(() => collaborations.id),
    creator_id: text("creator_id").references(() => creators.id),
    /** `tr_…` or `re_…` once known. */
    stripe_id: text("stripe_id").unique(),
    attempts: integer("attempts").notNull().default(0),
    /** Counted up when a key is burnt (Stripe replays a 500, and forgets a key after 24 h); part of the key that is sent. */
    key_generation: integer("key_generation").notNull().default(1),
    /** When the present key was first sent: Stripe forgets a key after 24 h. */
    key_sent_at: instant("key_sent_at"),
    /** Why it waits or failed: a code with a text in both languages. */
    reason: text("reason"),
    detail: jsonb("detail").$type<Record<string, unknown>>(),
    settled_at: instant("settled_at"),
    created_at: createdAt(),
  },
  (t) => [
    check("money_movements_positive", sql`${t.amount_minor} > 0`),
    index("money_movements_open_idx").on(t.created_at).where(sql`status in ('intended', 'blocked')`),
    index("money_movements_funding_idx").on(t.funding_id),
    index("money_movements_collaboration_idx").on(t.collaboration_id),
    index("money_movements_creator_idx").on(t.creator_id),
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
  (t) => [index("stripe_events_open_idx").on(t.received_at).where(sql`processed_at is null`)],
);
