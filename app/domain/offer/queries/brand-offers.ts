/** A brand's own offers. */

import { and, desc, eq, sql } from "drizzle-orm";
import type { OfferId } from "@/app/lib/ids";
import { type Cursor, PAGE_SIZE, pageOf } from "@/app/lib/page";
import { pick } from "@/app/lib/pick";
import { notFound } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { offer_payments, offers } from "@/db/schema/offer";
import type { OfBrand } from "../../actor";
import { first_photo, photosOf } from "./photos";

/** What the brand's page of an offer shows of a payment. */
const PAYMENT = {
  id: offer_payments.id,
  status: offer_payments.status,
  currency: offer_payments.currency,
  amount_minor: offer_payments.amount_minor,
  claimed_minor: offer_payments.claimed_minor,
  refunded_minor: offer_payments.refunded_minor,
  charged_back_minor: offer_payments.charged_back_minor,
  frozen_at: offer_payments.frozen_at,
  slots: offer_payments.slots,
  failure: offer_payments.failure,
  paid_at: offer_payments.paid_at,
  created_at: offer_payments.created_at,
} as const;

/** What a brand has typed, and how far it has come with it. */
const OFFER = pick(offers, [
  "id",
  "brand_id",
  "status",
  "title",
  "category",
  "product_title",
  "product_url",
  "asin",
  "marketplace_country",
  "retail_value_minor",
  "currency",
  "fee_minor",
  "platform_fee_minor",
  "reimbursement_cap_minor",
  "slots",
  "slots_taken",
  "channels",
  "brief",
  "eligibility",
  "sample_mode",
  "sample_code",
  "licence",
  "policy",
  "closes_at",
]);

/** A brand's own offers, newest first, each with what waits for the brand. */
export function listBrandOffers(
  tx: Queryable,
  { brand_id }: OfBrand,
  after: Cursor | null = null,
  size = PAGE_SIZE,
) {
  const waiting = (states: string) =>
    sql<number>`(select count(*)::int from collaborations c where c.offer_id = offers.id and c.state in ${sql.raw(states)})`;
  const read = (max: number) =>
    tx
      .select({
        id: offers.id,
        title: offers.title,
        status: offers.status,
        fee_minor: offers.fee_minor,
        currency: offers.currency,
        slots: offers.slots,
        slots_taken: offers.slots_taken,
        created_at: offers.created_at,
        photo_id: first_photo,
        applied: waiting("('applied')"),
        to_ship: waiting("('awaiting_sample')"),
        in_review: waiting("('in_review')"),
      })
      .from(offers)
      .where(
        and(
          eq(offers.brand_id, brand_id),
          after
            ? sql`(${offers.created_at}, ${offers.id}) < (${after.key}::timestamptz, ${after.id})`
            : undefined,
        ),
      )
      .orderBy(desc(offers.created_at), desc(offers.id))
      .limit(max);
  return pageOf(read, size, ({ created_at, id }) => ({ key: created_at.toISOString(), id }));
}

/** One of the brand's own offers, in any status, with its payments. @throws Refusal 404 */
export async function readBrandOffer(tx: Queryable, { brand_id }: OfBrand, offer_id: OfferId) {
  const [offer] = await tx
    .select(OFFER)
    .from(offers)
    .where(and(eq(offers.id, offer_id), eq(offers.brand_id, brand_id)));
  if (!offer) throw notFound("offer");
  const payments = await tx
    .select(PAYMENT)
    .from(offer_payments)
    .where(eq(offer_payments.offer_id, offer_id))
    .orderBy(desc(offer_payments.created_at));
  return { offer, photo_ids: await photosOf(tx, offer_id), payments };
}

/** The payment whose Checkout somebody comes back from; null when it is not of this offer of the brand. */
export async function findCheckoutPayment(
  tx: Queryable,
  { brand_id }: OfBrand,
  { offer_id, checkout_session_id }: { offer_id: OfferId; checkout_session_id: string },
) {
  const [payment] = await tx
    .select({ id: offer_payments.id, status: offer_payments.status })
    .from(offer_payments)
    .where(
      and(
        eq(offer_payments.checkout_session_id, checkout_session_id),
        eq(offer_payments.offer_id, offer_id),
        eq(offer_payments.brand_id, brand_id),
      ),
    );
  return payment ?? null;
}

/** The names of a brand's offers, newest first: to choose one from. */
export function listOfferTitles(
  tx: Queryable,
  { brand_id }: OfBrand,
  after: Cursor | null = null,
  size = PAGE_SIZE,
) {
  const read = (max: number) =>
    tx
      .select({ id: offers.id, title: offers.title, created_at: offers.created_at })
      .from(offers)
      .where(
        and(
          eq(offers.brand_id, brand_id),
          after
            ? sql`(${offers.created_at}, ${offers.id}) < (${after.key}::timestamptz, ${after.id})`
            : undefined,
        ),
      )
      .orderBy(desc(offers.created_at), desc(offers.id))
      .limit(max);
  return pageOf(read, size, ({ created_at, id }) => ({ key: created_at.toISOString(), id }));
}

/** @returns null when there is none, or it is another brand's */
export async function findOfferTitle(tx: Queryable, { brand_id }: OfBrand, offer_id: OfferId) {
  const [offer] = await tx
    .select({ id: offers.id, title: offers.title })
    .from(offers)
    .where(and(eq(offers.id, offer_id), eq(offers.brand_id, brand_id)));
  return offer ?? null;
}
