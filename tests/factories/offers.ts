/** Offers for tests, paid in through the same command that the webhook uses. */

import { randomBytes } from "node:crypto";
import type { BrandActor } from "@/app/domain/actor";
import { recordPayment } from "@/app/domain/ledger/record-payment";
import { defaultLicence } from "@/app/domain/offer/terms";
import { defaultPolicy } from "@/app/domain/policy/policy";
import { newId, type PaymentId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { offer_payments, offers } from "@/db/schema/offer";
import { transact } from "@/db/transact";

export type OfferRow = typeof offers.$inferSelect;

export async function makeUnpaidOffer(
  brand: BrandActor,
  given: Partial<typeof offers.$inferInsert> = {},
): Promise<OfferRow> {
  const [offer] = await db
    .insert(offers)
    .values({
      id: newId("offer"),
      brand_id: brand.brand_id,
      title: "Show our lamp at work",
      category: "home",
      product_title: "Desk lamp",
      product_url: "https://www.amazon.com/dp/B0TESTLAMP",
      asin: "B0TESTLAMP",
      marketplace_country: "US",
      currency: "USD",
      fee_minor: 10_000,
      platform_fee_minor: 1_000,
      slots: 1,
      channels: ["youtube"],
      brief: {
        summary: "Show the lamp on a real desk, by day and by night.",
        must_show: ["The lamp switched on"],
        must_say: [],
        must_not_say: [],
        hashtags: ["#desklamp"],
        mentions: [],
        require_product_link: true,
        min_length_seconds: 0,
      },
      eligibility: {
        countries: [],
        min_followers: 0,
        min_engagement_bps: 0,
        min_delivery_bps: 0,
        max_open_jobs: 0,
        requires_storefront: false,
      },
      sample_mode: "shipped",
      licence: defaultLicence(),
      policy: defaultPolicy(),
      ...given,
    })
    .returning();
  return offer!;
}

export async function makePayment(offer: OfferRow): Promise<PaymentId> {
  const id = newId("payment");
  await db.insert(offer_payments).values({
    id,
    offer_id: offer.id,
    brand_id: offer.brand_id,
    currency: offer.currency,
    amount_minor: offer.slots * (offer.fee_minor + offer.platform_fee_minor + offer.reimbursement_cap_minor),
  });
  return id;
}

/** A live offer with its money there. */
export async function makeLiveOffer(
  brand: BrandActor,
  given: Partial<typeof offers.$inferInsert> = {},
): Promise<OfferRow & { payment_id: PaymentId }> {
  const draft = await makeUnpaidOffer(brand, given);
  const payment_id = await makePayment(draft);
  await pay(draft, payment_id);
  const live = await db.query.offers.findFirst({ where: (table, { eq }) => eq(table.id, draft.id) });
  return { ...live!, payment_id };
}

/** Stripe's word that a Checkout was paid. */
export async function pay(offer: OfferRow, payment_id: PaymentId): Promise<boolean> {
  const mark = randomBytes(6).toString("hex");
  return transact((tx) =>
    recordPayment(tx, {
      payment_id,
      payment_intent_id: `pi_${mark}`,
      charge_id: `ch_${mark}`,
      amount_minor:
        offer.slots * (offer.fee_minor + offer.platform_fee_minor + offer.reimbursement_cap_minor),
      stripe_fee_minor: 349,
      currency: offer.currency,
    }),
  );
}
