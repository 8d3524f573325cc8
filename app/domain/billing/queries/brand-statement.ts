/** A brand's statement: what it had with us, what happened, what it has now. Read from the append-only ledger, so a closed month never changes. */

import { sql } from "drizzle-orm";
import type { BrandId, OfferId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { type BrandLine, brandBalance, readBrandLines, type Scope } from "../brand-lines";
import type { Period } from "../periods";

export type BrandStatement = {
  opening_minor: number;
  lines: readonly BrandLine[];
  closing_minor: number;
};

export async function readBrandStatement(
  tx: Queryable,
  scope: Scope,
  period: Period,
): Promise<BrandStatement> {
  const opening_minor = await brandBalance(tx, scope, period.from);
  const lines = await readBrandLines(tx, scope, period);
  const closing_minor = lines.reduce((sum, { amount_minor }) => sum + amount_minor, opening_minor);
  return { opening_minor, lines, closing_minor };
}

export type StatementMonth = { month: string; currency: string };

/** The months in which anything was booked for a brand, or for one of its offers, newest first, by currency. */
export async function listStatementMonths(
  tx: Queryable,
  brand: { brand_id: BrandId; time_zone: string; offer_id?: OfferId },
): Promise<StatementMonth[]> {
  const rows = await tx.execute<{ month: string; currency: string }>(sql`
    select distinct to_char(t.created_at at time zone ${brand.time_zone}, 'YYYY-MM') as month, f.currency
    from ledger_transactions t join offer_payments f on f.id = t.payment_id
    where f.brand_id = ${brand.brand_id} and ${brand.offer_id ? sql`f.offer_id = ${brand.offer_id}` : sql`true`}
    order by 1 desc, 2`);
  return rows.map(({ month, currency }) => ({ month, currency }));
}
