/** Papers that were handed out: numbered without a gap, and never changed afterwards. */
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { INVOICE_KINDS, type InvoiceContent } from "@/app/domain/billing/vocabulary";
import { brands } from "./brand";
import { foreignId, instant, minor } from "./columns";
import { ledger_transactions } from "./ledger";
import { offers } from "./offer";

export const invoices = pgTable(
  "invoices",
  {
    /** `PB-2026-000001`: the year of issue and a count that starts anew with each. */
    number: text("number").primaryKey(),
    kind: text("kind", { enum: INVOICE_KINDS }).notNull(),
    brand_id: foreignId("brand_id", "brand")
      .notNull()
      .references(() => brands.id),
    offer_id: foreignId("offer_id", "offer")
      .notNull()
      .references(() => offers.id),
    /** `2026-11`, in the brand's own calendar. */
    month: text("month").notNull(),
    currency: text("currency").notNull(),
    total_minor: minor("total_minor").notNull(),
    content: jsonb("content").$type<InvoiceContent>().notNull(),
    issued_at: instant("issued_at").notNull(),
  },
  (t) => [
    index("invoices_offer_idx").on(t.offer_id, t.month),
    index("invoices_brand_idx").on(t.brand_id, t.month),
    check("invoices_positive", sql`${t.total_minor} > 0`),
  ],
);

/** What a paper is made of. A booking stands on one paper, ever: nothing is charged twice, whatever becomes of calendars and runs. */
export const invoice_lines = pgTable(
  "invoice_lines",
  {
    transaction_id: foreignId("transaction_id", "ltx")
      .notNull()
      .references(() => ledger_transactions.id),
    /** A kind of app/domain/billing/brand-lines: one booking may pay a creator, for a sample, and our fee. */
    kind: text("kind").notNull(),
    number: text("number")
      .notNull()
      .references(() => invoices.number),
    at: instant("at").notNull(),
    creator_name: text("creator_name"),
    amount_minor: minor("amount_minor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.transaction_id, t.kind] }),
    index("invoice_lines_number_idx").on(t.number, t.at),
  ],
);

/** The last number given out in a year; its row is the lock that keeps numbers without a gap. */
export const invoice_counts = pgTable("invoice_counts", {
  year: integer("year").primaryKey(),
  last: integer("last").notNull(),
});
