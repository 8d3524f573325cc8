/** Disputes of cardholders, for an operator. */

import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { one } from "@/app/lib/one";
import { type Cursor, PAGE_SIZE, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { disputes } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import { ANSWERABLE } from "../answerable";

const LISTED = {
  id: disputes.id,
  status: disputes.status,
  stripe_status: disputes.stripe_status,
  reason: disputes.reason,
  currency: disputes.currency,
  amount_minor: disputes.amount_minor,
  evidence_due_at: disputes.evidence_due_at,
  evidence_sent_at: disputes.evidence_sent_at,
  closed_at: disputes.closed_at,
  created_at: disputes.created_at,
  payment_id: disputes.payment_id,
  offer_title: offers.title,
  brand_name: brands.name,
};

export async function countDisputesToAnswer(tx: Queryable): Promise<number> {
  const row = one(
    await tx
      .select({ n: count() })
      .from(disputes)
      .where(and(eq(disputes.status, "open"), inArray(disputes.stripe_status, [...ANSWERABLE]))),
    "the count of disputes",
  );
  return row.n;
}

const NO_DEADLINE = "infinity";
const DUE_AT = sql`coalesce(${disputes.evidence_due_at}, 'infinity'::timestamptz)`;

export const isDueKey = (key: string) => key === NO_DEADLINE || !Number.isNaN(Date.parse(key));

const listed = (tx: Queryable) =>
  tx
    .select(LISTED)
    .from(disputes)
    .innerJoin(offer_payments, eq(offer_payments.id, disputes.payment_id))
    .innerJoin(offers, eq(offers.id, offer_payments.offer_id))
    .innerJoin(brands, eq(brands.id, offer_payments.brand_id));

/** By the deadline for evidence, the nearest first. */
export function listOpenDisputes(tx: Queryable, after: Cursor | null = null, size = PAGE_SIZE) {
  const read = (max: number) =>
    listed(tx)
      .where(
        and(
          isNull(disputes.closed_at),
          after ? sql`(${DUE_AT}, ${disputes.id}) > (${after.key}::timestamptz, ${after.id})` : undefined,
        ),
      )
      .orderBy(asc(DUE_AT), asc(disputes.id))
      .limit(max);
  return pageOf(read, size, ({ evidence_due_at, id }) => ({
    key: evidence_due_at?.toISOString() ?? NO_DEADLINE,
    id,
  }));
}

/** Closed last, first. */
export function listClosedDisputes(tx: Queryable, after: Cursor | null = null, size = PAGE_SIZE) {
  const read = (max: number) =>
    listed(tx)
      .where(
        and(
          isNotNull(disputes.closed_at),
          after
            ? sql`(${disputes.closed_at}, ${disputes.id}) < (${after.key}::timestamptz, ${after.id})`
            : undefined,
        ),
      )
      .orderBy(desc(disputes.closed_at), desc(disputes.id))
      .limit(max);
  return pageOf(read, size, ({ closed_at, id }) => ({ key: closed_at?.toISOString() ?? "", id }));
}
