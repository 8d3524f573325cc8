/** Brands (organisations), who belongs to them, and whom they do not want to work with. */
import { index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { BRAND_ROLES } from "@/app/domain/brand/vocabulary";
import { STANDINGS } from "@/app/domain/standing/vocabulary";
import { users } from "./account";
import { assets } from "./asset";
import { createdAt, foreignId, id, instant } from "./columns";
import { creators } from "./creator";

export const brands = pgTable("brands", {
  id: id("brand"),
  name: text("name").notNull(),
  about: text("about").notNull().default(""),
  website: text("website").notNull().default(""),
  /** ISO 3166-1 alpha-2. */
  country: text("country").notNull(),
  /** IANA zone in which the brand's business days are counted. */
  time_zone: text("time_zone").notNull(),
  /** As it has to stand on papers; the brand's name and nothing else where they are empty. */
  legal_name: text("legal_name").notNull().default(""),
  billing_address: text("billing_address").notNull().default(""),
  tax_id: text("tax_id").notNull().default(""),
  logo_asset_id: foreignId("logo_asset_id", "asset").references(() => assets.id),
  verified_at: instant("verified_at"),
  stripe_customer_id: text("stripe_customer_id").unique(),
  standing: text("standing", { enum: STANDINGS }).notNull().default("good"),
  suspended_until: instant("suspended_until"),
  created_at: createdAt(),
});

export const brand_members = pgTable(
  "brand_members",
  {
    brand_id: foreignId("brand_id", "brand")
      .notNull()
      .references(() => brands.id),
    user_id: foreignId("user_id", "user")
      .notNull()
      .references(() => users.id),
    role: text("role", { enum: BRAND_ROLES }).notNull(),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.brand_id, t.user_id] }),
    uniqueIndex("brand_members_user_key").on(t.user_id),
  ],
);

/** A brand's own block list. */
export const brand_blocks = pgTable(
  "brand_blocks",
  {
    brand_id: foreignId("brand_id", "brand")
      .notNull()
      .references(() => brands.id),
    creator_id: foreignId("creator_id", "creator")
      .notNull()
      .references(() => creators.id),
    reason: text("reason").notNull(),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.brand_id, t.creator_id] }),
    index("brand_blocks_creator_idx").on(t.creator_id),
  ],
);
