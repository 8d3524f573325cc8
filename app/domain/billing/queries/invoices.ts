/** Papers that were handed out, as lists and one by one. */

import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { BrandId, OfferId } from "@/app/lib/ids";
import { type Cursor, PAGE_SIZE, pageOf } from "@/app/lib/page";
import { pick } from "@/app/lib/pick";
import type { Queryable } from "@/db/client";
import { invoice_lines, invoices } from "@/db/schema/billing";
import type { OfBrand } from "../../actor";

/** The cursor of this list begins with a month. */
export const isMonth = (key: string) => /^\d{4}-\d\d$/.test(key);

const INVOICE = pick(invoices, [
  "number",
  "kind",
  "month",
  "currency",
  "total_minor",
  "content",
  "issued_at",
]);
const LINE = pick(invoice_lines, ["kind", "at", "creator_name", "amount_minor"]);

export type Invoice = Pick<typeof invoices.$inferSelect, keyof typeof INVOICE>;

/** Newest first; without what they say. */
export function listInvoices(
  tx: Queryable,
  { brand_id }: OfBrand,
  offer_id?: OfferId,
  after: Cursor | null = null,
  size = PAGE_SIZE,
) {
  const read = (max: number) =>
    tx
      .select({
        number: invoices.number,
        kind: invoices.kind,
        month: invoices.month,
        offer_id: invoices.offer_id,
        currency: invoices.currency,
        total_minor: invoices.total_minor,
        content: invoices.content,
      })
      .from(invoices)
      .where(
        and(
          eq(invoices.brand_id, brand_id),
          offer_id ? eq(invoices.offer_id, offer_id) : undefined,
          after ? sql`(${invoices.month}, ${invoices.number}) < (${after.key}, ${after.id})` : undefined,
        ),
      )
      .orderBy(desc(invoices.month), desc(invoices.number))
      .limit(max);
  return pageOf(read, size, ({ month, number }) => ({ key: month, id: number }));
}

export type InvoiceLine = Pick<typeof invoice_lines.$inferSelect, keyof typeof LINE>;

/** @param brand_id whose it has to be; undefined for an operator, who may read all · @returns null when there is none */
export async function readInvoice(
  tx: Queryable,
  number: string,
  brand_id: BrandId | undefined,
): Promise<{ invoice: Invoice; lines: InvoiceLine[] } | null> {
  const [invoice] = await tx
    .select(INVOICE)
    .from(invoices)
    .where(and(eq(invoices.number, number), brand_id ? eq(invoices.brand_id, brand_id) : undefined));
  if (!invoice) return null;
  const lines = await tx
    .select(LINE)
    .from(invoice_lines)
    .where(eq(invoice_lines.number, number))
    .orderBy(asc(invoice_lines.at), asc(invoice_lines.transaction_id), asc(invoice_lines.kind));
  return { invoice, lines };
}
