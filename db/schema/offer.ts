/** Offers: a brand's published brief, sample and fee, and the charges that paid for them. */
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { CATEGORIES, PLATFORMS } from "@/app/domain/creator/vocabulary";
import type { Brief, Eligibility, Licence } from "@/app/domain/offer/terms";
import { OFFER_STATUSES, PAYMENT_STATUSES, SAMPLE_MODES } from "@/app/domain/offer/vocabulary";
import type { Policy } from "@/app/domain/policy/policy";
import { assets } from "./asset";
import { brands } from "./brand";
import { createdAt, foreignId, id, instant, minor } from "./columns";

export const offers = pgTable(
  "offers",
  {
    id: id("offer"),
    brand_id: foreignId("brand_id", "brand")
      .notNull()
      .references(() => brands.id),
    status: text("status", { enum: OFFER_STATUSES }).notNull().default("unpaid"),
    title: text("title").notNull(),
    category: text("category", { enum: CATEGORIES }).notNull(),
    product_title: text("product_title").notNull(),
    product_url: text("product_url").notNull().default(""),
    asin: text("asin").notNull().default(""),
    /** ISO 3166-1 alpha-2: where the product is sold. */
    marketplace_country: text("marketplace_country").notNull(),
    retail_value_minor: minor("retail_value_minor").notNull().default(0),
    currency: text("currency").notNull(),
    fee_minor: minor("fee_minor").notNull(),
    platform_fee_minor: minor("platform_fee_minor").notNull(),
    /** The most the brand pays back for a bought sample; 0 unless `sample_mode` is `purchase`. */
    reimbursement_cap_minor: minor("reimbursement_cap_minor").notNull().default(0),
    slots: integer("slots").notNull(),
    /** Slots that a running or fulfilled collaboration holds. Guarded by the offer's row lock. */
    slots_taken: integer("slots_taken").notNull().default(0),
    channels: text("channels", { enum: PLATFORMS }).array().notNull(),
    brief: jsonb("brief").$type<Brief>().notNull(),
    eligibility: jsonb("eligibility").$type<Eligibility>().notNull(),
    sample_mode: text("sample_mode", { enum: SAMPLE_MODES }).notNull(),
    /** The discount or download code of `code` samples; shown to a creator only when it is issued. */
    sample_code: text("sample_code").notNull().default(""),
    licence: jsonb("licence").$type<Licence>().notNull(),
    policy: jsonb("policy").$type<Policy>().notNull(),
    /** When the offer closes by itself, if ever. */
    closes_at: instant("closes_at"),
    funded_at: instant("funded_at"),
    live_at: instant("live_at"),
    closed_at: instant("closed_at"),
    created_at: createdAt(),
    updated_at: instant("updated_at")
      .notNull()
      .$defaultFn(() => new Date()),
  },
  (t) => [
    check(
      "offers_slots_within",
      sql`${t.slots_taken} >= 0 and ${t.slots_taken} <= ${t.slots} and ${t.slots} > 0`,
    ),
    check(
      "offers_amounts",
      sql`${t.fee_minor} > 0 and ${t.platform_fee_minor} >= 0 and ${t.reimbursement_cap_minor} >= 0`,
    ),
    index("offers_brand_idx").on(t.brand_id, t.created_at),
    index("offers_live_idx").on(t.live_at.desc(), t.id.desc()).where(sql`status = 'live'`),
    index("offers_live_fee_idx").on(t.fee_minor.desc(), t.id.desc()).where(sql`status = 'live'`),
    // A filter that few offers or none pass must not walk all of them in search of a full page.
    index("offers_live_category_idx")
      .on(t.category, t.live_at.desc(), t.id.desc())
      .where(sql`status = 'live'`),
    index("offers_live_country_idx")
      .on(t.marketplace_country, t.live_at.desc(), t.id.desc())
      .where(sql`status = 'live'`),
    index("offers_channels_idx").using("gin", t.channels),
    index("offers_text_idx").using(
      "gin",
      sql`to_tsvector('simple', ${t.title} || ' ' || ${t.product_title})`,
    ),
  ],
);

/** An offer that is still being written, step by step: what was typed so far, as it was typed. It ends when it is an offer. */
export const offer_drafts = pgTable(
  "offer_drafts",
  {
    id: id("draft"),
    brand_id: foreignId("brand_id", "brand")
      .notNull()
      .references(() => brands.id),
    fields: jsonb("fields").$type<Record<string, string | string[]>>().notNull(),
    created_at: createdAt(),
    updated_at: instant("updated_at").notNull(),
  },
  (t) => [index("offer_drafts_brand_idx").on(t.brand_id, t.updated_at)],
);

export const offer_photos = pgTable(
  "offer_photos",
  {
    offer_id: foreignId("offer_id", "offer")
      .notNull()
      .references(() => offers.id),
    asset_id: foreignId("asset_id", "asset")
      .notNull()
      .references(() => assets.id),
    position: integer("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.offer_id, t.asset_id] })],
);

/**
 * One Checkout by which a brand pays an offer in; once paid, one charge at Stripe. Refunds and transfers stay tied to the
 * charge that paid for them, so each payment counts what of it is claimed and what has gone back.
 */
export const offer_payments = pgTable(
  "offer_payments",
  {
    id: id("payment"),
    offer_id: foreignId("offer_id", "offer")
      .notNull()
      .references(() => offers.id),
    brand_id: foreignId("brand_id", "brand")
      .notNull()
      .references(() => brands.id),
    status: text("status", { enum: PAYMENT_STATUSES }).notNull().default("pending"),
    currency: text("currency").notNull(),
    amount_minor: minor("amount_minor").notNull(),
    /** Held for, or released through, collaborations. */
    claimed_minor: minor("claimed_minor").notNull().default(0),
    /** Refunds asked for or done. */
    refunded_minor: minor("refunded_minor").notNull().default(0),
    /** What a lost card dispute took of this charge before anybody had earned it. */
    charged_back_minor: minor("charged_back_minor").notNull().default(0),
    /** An open card dispute: until it is closed nothing of this charge is claimed, sent or refunded. */
    frozen_at: instant("frozen_at"),
    /** How many slots this payment pays for; a top-up adds them to the offer when it is paid. */
    slots: integer("slots").notNull().default(0),
    stripe_fee_minor: minor("stripe_fee_minor").notNull().default(0),
    checkout_session_id: text("checkout_session_id").unique(),
    checkout_url: text("checkout_url"),
    payment_intent_id: text("payment_intent_id").unique(),
    charge_id: text("charge_id").unique(),
    failure: text("failure"),
    paid_at: instant("paid_at"),
    created_at: createdAt(),
  },
  (t) => [
    check(
      "offer_payments_never_over",
      sql`${t.claimed_minor} >= 0 and ${t.refunded_minor} >= 0 and ${t.charged_back_minor} >= 0
        and ${t.claimed_minor} + ${t.refunded_minor} + ${t.charged_back_minor} <= ${t.amount_minor}`,
    ),
    index("offer_payments_offer_idx").on(t.offer_id),
    index("offer_payments_pending_idx").on(t.created_at).where(sql`status = 'pending'`),
    // The books list charges, newest first.
    index("offer_payments_paid_idx").on(t.paid_at, t.id).where(sql`status = 'paid'`),
  ],
);
