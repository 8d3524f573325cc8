/** What a brand has paid in, newest first. */
import { and, desc, eq, sql } from "drizzle-orm";
import { type Cursor, PAGE_SIZE, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { offer_payments, offers } from "@/db/schema/offer";
import type { OfBrand } from "../../actor";

export function listBrandPayments(
  tx: Queryable,
  { brand_id }: OfBrand,
  after: Cursor | null = null,
  size = PAGE_SIZE,
) {
  const read = (max: number) =>
    tx
      .select({
        id: offer_payments.id,
        offer_id: offers.id,
        offer_title: offers.title,
        status: offer_payments.status,
        currency: offer_payments.currency,
        amount_minor: offer_payments.amount_minor,
        claimed_minor: offer_payments.claimed_minor,
        refunded_minor: offer_payments.refunded_minor,
        paid_at: offer_payments.paid_at,
        created_at: offer_payments.created_at,
      })
      .from(offer_payments)
      .innerJoin(offers, eq(offers.id, offer_payments.offer_id))
      .where(
        and(
          eq(offer_payments.brand_id, brand_id),
          after
            ? sql`(${offer_payments.created_at}, ${offer_payments.id}) < (${after.key}::timestamptz, ${after.id})`
            : undefined,
        ),
      )
      .orderBy(desc(offer_payments.created_at), desc(offer_payments.id))
      .limit(max);
  return pageOf(read, size, ({ created_at, id }) => ({ key: created_at.toISOString(), id }));
}
