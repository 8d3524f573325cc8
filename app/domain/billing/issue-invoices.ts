/**
 * Invoices and credit notes of months that are over, per offer: numbered without a gap, with what they say kept as it was on the day, and no booking
 * on two of them. May run at any time, twice, and in two processes at once; a month that was missed is issued by the next run.
 */

import { inArray, sql } from "drizzle-orm";
import type { BillingParty, InvoiceKind } from "@/app/domain/billing/vocabulary";
import { now } from "@/app/lib/clock";
import { env } from "@/app/lib/env";
import type { BrandId, OfferId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import type { Queryable, Tx } from "@/db/client";
import { invoice_counts, invoice_lines, invoices } from "@/db/schema/billing";
import { notify } from "../notifications/notify";
import { type BrandLine, type BrandLineKind, readBrandLines } from "./brand-lines";
import { monthOf, periodOf } from "./periods";

/** What an offer's month is charged for; and what comes back of it. */
const CHARGED: readonly BrandLineKind[] = ["pay", "sample", "platform_fee"];
const CREDITED: readonly BrandLineKind[] = ["payment_reversed", "recovered"];

/** How many brands' months one transaction takes on: numbers are under a lock while it runs, and a brand hears once of all that is ready. */
const MAX_AT_ONCE = 20;

type OpenMonth = {
  brand_id: BrandId;
  offer_id: OfferId;
  offer_title: string;
  currency: string;
  month: string;
  time_zone: string;
  customer: BillingParty;
};

/**
 * Issues the billing documents of up to `max` brands' months, all offers of a brand together, and tells the brands.
 * @returns how many offers' months were looked at; 0 when none is left
 */
export async function issueInvoices(tx: Tx, max = MAX_AT_ONCE): Promise<number> {
  // Whoever comes second waits here and then finds what the first one issued.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('invoices'))`);
  const open = await listOpenMonths(tx, max);
  const told = new Map<string, OpenMonth>();
  for (const month of open) {
    await issueMonth(tx, month);
    told.set(`${month.brand_id} ${month.month}`, month);
  }
  for (const { brand_id, month } of told.values())
    await notify(tx, { brand_id }, "money", { template: "invoices_ready", params: { month } });
  return open.length;
}

/** Offers' months that are over in the brand's own calendar and have bookings in them that stand on no paper yet. */
async function listOpenMonths(tx: Queryable, max: number): Promise<OpenMonth[]> {
  const rows = await tx.execute<Omit<OpenMonth, "customer"> & BillingParty>(sql`
    with month as (
      select distinct f.offer_id, f.brand_id, f.currency,
        to_char(t.created_at at time zone b.time_zone, 'YYYY-MM') as month,
        to_char(${now().toISOString()}::timestamptz at time zone b.time_zone, 'YYYY-MM') as present
      from ledger_transactions t
      join offer_payments f on f.id = t.payment_id
      join brands b on b.id = f.brand_id
      where t.kind in ('release', 'split', 'holdback_released', 'release_reversed', 'refund_pending')
        and not exists (select 1 from invoice_lines l where l.transaction_id = t.id)
        and exists (
          select 1 from ledger_entries e join ledger_accounts a on a.id = e.account_id
          where e.transaction_id = t.id
            and (a.code = 'platform:fees' or a.code like 'creator:%:payable' or a.code like 'collaboration:%:clawback'))
    ), due as (
      select *, dense_rank() over (order by month, brand_id) as place from month where month < present
    )
    select m.brand_id, m.offer_id, o.title as offer_title, m.currency, m.month, b.time_zone,
      coalesce(nullif(b.legal_name, ''), b.name) as name, b.billing_address as address, b.tax_id
    from due m
    join offers o on o.id = m.offer_id
    join brands b on b.id = m.brand_id
    where m.place <= ${max}
    order by m.month, m.brand_id, m.offer_id`);
  return rows.map(({ name, address, tax_id, ...month }) => ({
    ...month,
    customer: { name, address, tax_id },
  }));
}

async function issueMonth(tx: Tx, open: OpenMonth): Promise<void> {
  const lines = await withoutInvoiced(
    tx,
    await readBrandLines(tx, open, periodOf(open.month, open.time_zone)),
  );
  await issue(tx, open, "invoice", lines.filter(({ kind }) => CHARGED.includes(kind)).map(charged));
  await issue(
    tx,
    open,
    "credit_note",
    lines.filter(({ kind }) => CREDITED.includes(kind)),
  );
}

/** A brand that moves to another time zone moves the ends of its months: what stands on a paper already is left out. */
async function withoutInvoiced(tx: Queryable, lines: BrandLine[]): Promise<BrandLine[]> {
  const ids = [...new Set(lines.map(({ transaction_id }) => transaction_id))];
  if (ids.length === 0) return [];
  const known = await tx
    .select({ id: invoice_lines.transaction_id })
    .from(invoice_lines)
    .where(inArray(invoice_lines.transaction_id, ids));
  const invoiced = new Set(known.map(({ id }) => id));
  return lines.filter(({ transaction_id }) => !invoiced.has(transaction_id));
}

async function issue(tx: Tx, open: OpenMonth, kind: InvoiceKind, lines: BrandLine[]): Promise<void> {
  if (lines.length === 0) return;
  const { brand_id, offer_id, offer_title, currency, month, time_zone, customer } = open;
  const issuer = { name: env.ISSUER_NAME, address: env.ISSUER_ADDRESS, tax_id: env.ISSUER_TAX_ID };
  const number = await nextNumber(tx);
  await tx.insert(invoices).values({
    ...{ number, kind, brand_id, offer_id, month, currency },
    total_minor: lines.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
    content: { issuer, customer, offer_title, time_zone },
    issued_at: now(),
  });
  await tx.insert(invoice_lines).values(
    lines.map(({ transaction_id, kind, at, creator_name, amount_minor }) => ({
      number,
      transaction_id,
      kind,
      at,
      creator_name,
      amount_minor,
    })),
  );
}

async function nextNumber(tx: Tx): Promise<string> {
  const year = Number(monthOf(now(), "utc").slice(0, 4));
  const count = one(
    await tx
      .insert(invoice_counts)
      .values({ year, last: 1 })
      .onConflictDoUpdate({ target: invoice_counts.year, set: { last: sql`${invoice_counts.last} + 1` } })
      .returning(),
    "the count of invoices",
  );
  return `PB-${year}-${String(count.last).padStart(6, "0")}`;
}

/** On a statement what leaves is below zero; on an invoice it is what is charged. */
function charged(line: BrandLine): BrandLine {
  return { ...line, amount_minor: -line.amount_minor };
}
