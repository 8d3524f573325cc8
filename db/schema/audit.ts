/** What looking after the books leaves behind: each run of the checks and of the reconciliation, and the differences an operator must know of. */
import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { AUDIT_KINDS, INCIDENT_STATUSES } from "@/app/domain/audit/vocabulary";
import { users } from "./account";
import { createdAt, foreignId, id, instant } from "./columns";

/** One run over everything: `invariants` (db/checks) or `reconciliation` (Stripe against the books). */
export const ledger_audits = pgTable(
  "ledger_audits",
  {
    id: id("audit"),
    kind: text("kind", { enum: AUDIT_KINDS }).notNull(),
    began_at: instant("began_at").notNull(),
    took_ms: integer("took_ms").notNull(),
    /** Whether everything held. */
    held: boolean("held").notNull(),
    /** What was examined and found, as counts and totals; shown in public, so never with a name in it. */
    figures: jsonb("figures").$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index("ledger_audits_latest_idx").on(t.kind, t.began_at)],
);

/** A difference between what the books say and what Stripe says. Repaired when it had one explanation; else an operator decides. */
export const incidents = pgTable(
  "incidents",
  {
    id: id("incident"),
    /** What kind of difference, a code with a text in both languages. */
    kind: text("kind").notNull(),
    /** Which object: Stripe's id, or ours where Stripe has none. */
    subject: text("subject").notNull(),
    status: text("status", { enum: INCIDENT_STATUSES }).notNull().default("open"),
    expected: jsonb("expected").$type<Record<string, unknown>>().notNull(),
    found: jsonb("found").$type<Record<string, unknown>>().notNull(),
    /** What was done about it: the repair's name, or the operator's words. */
    outcome: text("outcome").notNull().default(""),
    last_seen_at: instant("last_seen_at").notNull(),
    closed_at: instant("closed_at"),
    closed_by_user_id: foreignId("closed_by_user_id", "user").references(() => users.id),
    created_at: createdAt(),
  },
  (t) => [
    // The same difference seen every night is one incident.
    uniqueIndex("incidents_one_open_key").on(t.kind, t.subject).where(sql`status = 'open'`),
    index("incidents_created_idx").on(t.created_at, t.id),
  ],
);
