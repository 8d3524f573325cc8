/** Creators, the channels they own, where samples go, and their account at Stripe. */
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import {
  type AccountRequirements,
  CATEGORIES,
  CHANNEL_LOSSES,
  type PayoutFailure,
  PLATFORMS,
} from "@/app/domain/creator/vocabulary";
import { STANDINGS } from "@/app/domain/standing/vocabulary";
import { users } from "./account";
import { assets } from "./asset";
import { createdAt, foreignId, id, instant } from "./columns";

export const creators = pgTable(
  "creators",
  {
    id: id("creator"),
    user_id: foreignId("user_id", "user")
      .notNull()
      .unique()
      .references(() => users.id),
    /** Public name in addresses: lower case letters, digits, dot and underscore. */
    handle: text("handle").notNull().unique(),
    display_name: text("display_name").notNull(),
    bio: text("bio").notNull().default(""),
    country: text("country").notNull(),
    categories: text("categories", { enum: CATEGORIES }).array().notNull().default(sql`'{}'`),
    avatar_asset_id: foreignId("avatar_asset_id", "asset").references(() => assets.id),
    standing: text("standing", { enum: STANDINGS }).notNull().default("good"),
    suspended_until: instant("suspended_until"),
    stripe_account_id: text("stripe_account_id").unique(),
    /** `capabilities.transfers` is active: the gate of every release. */
    transfers_active: boolean("transfers_active").notNull().default(false),
    payouts_enabled: boolean("payouts_enabled").notNull().default(false),
    details_submitted: boolean("details_submitted").notNull().default(false),
    account_requirements: jsonb("account_requirements").$type<AccountRequirements>(),
    payout_failure: jsonb("payout_failure").$type<PayoutFailure>(),
    created_at: createdAt(),
  },
  (t) => [index("creators_standing_idx").on(t.standing)],
);

export const creator_channels = pgTable(
  "creator_channels",
  {
    id: id("channel"),
    creator_id: foreignId("creator_id", "creator")
      .notNull()
      .references(() => creators.id),
    platform: text("platform", { enum: PLATFORMS }).notNull(),
    handle: text("handle").notNull(),
    /** `handleKey(handle)`: what two ways of writing one handle have in common, in every script; the database's own lower() knows one script. */
    handle_key: text("handle_key").notNull(),
    /** The platform's own id of the channel, once its page has been read. */
    external_id: text("external_id"),
    url: text("url").notNull(),
    /** As the creator states it. */
    followers: integer("followers").notNull().default(0),
    /** As the platform last told, and when; null where it does not tell. */
    seen_followers: integer("seen_followers"),
    seen_at: instant("seen_at"),
    /** When the platform was last asked, whatever it answered. */
    asked_at: instant("asked_at"),
    /** When it was first not found under its name; a second time confirms that. */
    missed_at: instant("missed_at"),
    /** The name it had before the platform told of another one. */
    former_handle: text("former_handle"),
    /** Why nobody may apply with it any more although it was verified once. */
    lost_because: text("lost_because", { enum: CHANNEL_LOSSES }),
    lost_at: instant("lost_at"),
    /** Interactions per follower in hundredths of a percent, as the creator states it. */
    engagement_bps: integer("engagement_bps").notNull().default(0),
    /** What the creator puts into the channel's description to prove that it is theirs. */
    verification_code: text("verification_code").notNull(),
    verified_at: instant("verified_at"),
    created_at: createdAt(),
  },
  (t) => [
    uniqueIndex("creator_channels_creator_platform_handle_key").on(t.creator_id, t.platform, t.handle_key),
    // One proven owner a channel; an unproven claim blocks nobody.
    uniqueIndex("creator_channels_verified_key")
      .on(t.platform, t.handle_key)
      .where(sql`verified_at is not null and lost_because is null`),
    // A channel that was renamed is still the same one.
    uniqueIndex("creator_channels_external_id_key")
      .on(t.platform, t.external_id)
      .where(sql`verified_at is not null and external_id is not null and lost_because is null`),
    index("creator_channels_asked_idx").on(t.asked_at, t.id),
    check("creator_channels_seen", sql`(${t.seen_followers} is null) or (${t.seen_at} is not null)`),
    check("creator_channels_lost", sql`(${t.lost_because} is null) = (${t.lost_at} is null)`),
  ],
);

export const creator_addresses = pgTable("creator_addresses", {
  creator_id: foreignId("creator_id", "creator")
    .primaryKey()
    .references(() => creators.id),
  full_name: text("full_name").notNull(),
  line1: text("line1").notNull(),
  line2: text("line2").notNull().default(""),
  city: text("city").notNull(),
  region: text("region").notNull().default(""),
  postal_code: text("postal_code").notNull(),
  country: text("country").notNull(),
  phone: text("phone").notNull().default(""),
});
