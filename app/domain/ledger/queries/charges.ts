/** The charges that brands paid, newest first: found by an id, an offer or a brand. */

import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { OfferId, PaymentId } from "@/app/lib/ids";
import { type Cursor, PAGE_SIZE, type Page, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { collaborations } from "@/db/schema/collaboration";
import { offer_payments, offers } from "@/db/schema/offer";
import { findReference, type LedgerReference } from "../ledger-reference";

export type ChargeRow = {
  /** The funding's id. */
  id: PaymentId;
  charge_id: string | null;
  offer_id: OfferId;
  offer_title: string;
  brand_name: string;
  currency: string;
  amount_minor: number;
  claimed_minor: number;
  refunded_minor: number;
  charged_back_minor: number;
  frozen_at: Date | null;
  paid_at: Date;
};

const ROW = {
  id: offer_payments.id,
  charge_id: offer_payments.charge_id,
  offer_id: offer_payments.offer_id,
  offer_title: offers.title,
  brand_name: brands.name,
  currency: offer_payments.currency,
  amount_minor: offer_payments.amount_minor,
  claimed_minor: offer_payments.claimed_minor,
  refunded_minor: offer_payments.refunded_minor,
  charged_back_minor: offer_payments.charged_back_minor,
  frozen_at: offer_payments.frozen_at,
  paid_at: sql<Date>`${offer_payments.paid_at}`.mapWith(offer_payments.paid_at),
} as const;

/** `text`: an id of Stripe's (charge, payment, Checkout, refund, transfer, dispute) or of ours, or words of an offer or a brand. */
export async function listCharges(
  tx: Queryable,
  { text }: { text?: string },
  after: Cursor | null = null,
  limit = PAGE_SIZE,
): Promise<Page<ChargeRow>> {
  const found = text?.trim() ? await meaningOf(tx, text.trim()) : undefined;
  if (found === null) return { rows: [], next: null };
  return pageOf(
    (max) => chargesQuery(tx, found, after, max),
    limit,
    ({ paid_at, id }) => ({ key: paid_at.toISOString(), id }),
  );
}

/** The statement behind a page, whose plan a test looks at. */
export function chargesQuery(tx: Queryable, about: SQL | undefined, after: Cursor | null, max: number) {
  return tx
    .select(ROW)
    .from(offer_payments)
    .innerJoin(offers, eq(offers.id, offer_payments.offer_id))
    .innerJoin(brands, eq(brands.id, offer_payments.brand_id))
    .where(
      and(
        // Written out, so that PostgreSQL sees that the partial index on paid charges applies.
        sql`${offer_payments.status} = 'paid'`,
        about,
        after
          ? sql`(${offer_payments.paid_at}, ${offer_payments.id}) < (${after.key}::timestamptz, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(desc(offer_payments.paid_at), desc(offer_payments.id))
    .limit(max);
}

/** Which charges are meant; null when the text is an id that nothing has. */
async function meaningOf(tx: Queryable, text: string): Promise<SQL | null> {
  const reference = await findReference(tx, text);
  if (reference) return chargesOf(tx, reference);
  return /^[a-z]{2,8}_\w{10,}$/.test(text) ? null : chargesNamed(tx, text);
}

function chargesOf(tx: Queryable, reference: LedgerReference): SQL | null {
  switch (reference.of) {
    case "payment":
      return eq(offer_payments.id, reference.id);
    case "movement":
      return eq(offer_payments.id, reference.payment_id);
    case "offer":
      return eq(offer_payments.offer_id, reference.id);
    case "brand":
      return eq(offers.brand_id, reference.id);
    case "collaboration":
      return inArray(offer_payments.id, chargesBehind(tx, eq(collaborations.id, reference.id)));
    case "creator":
      return inArray(offer_payments.id, chargesBehind(tx, eq(collaborations.creator_id, reference.id)));
    case "transaction":
      return sql`${offer_payments.id} = (select t.payment_id from ledger_transactions t where t.id = ${reference.id})`;
    case "cause":
      return sql`${offer_payments.id} = (select t.payment_id from ledger_transactions t where t.idempotency_key = ${reference.id})`;
  }
}

const chargesBehind = (tx: Queryable, condition: SQL) =>
  tx.select({ id: collaborations.payment_id }).from(collaborations).where(condition);

/** A piece of the brand's name, or words of the offer; for Chinese, which has no spaces, a piece of its title. */
function chargesNamed(tx: Queryable, text: string): SQL {
  const piece = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const title = sql`${offers.title} || ' ' || ${offers.product_title}`;
  const titled = /\p{Script=Han}/u.test(text)
    ? sql`(${title}) ilike ${piece}`
    : sql`to_tsvector('simple', ${title}) @@ websearch_to_tsquery('simple', ${text})`;
  const by_title = tx.select({ id: offers.id }).from(offers).where(titled);
  const by_brand = tx
    .select({ id: offers.id })
    .from(offers)
    .innerJoin(brands, eq(brands.id, offers.brand_id))
    .where(sql`${brands.name} ilike ${piece}`);
  return inArray(offer_payments.offer_id, by_title.union(by_brand));
}
