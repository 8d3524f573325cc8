/** People for tests: only what the rules look at is given, everything else is ordinary. */

import { randomBytes } from "node:crypto";
import type { BrandActor, CreatorActor, OperatorActor } from "@/app/domain/actor";
import type { Platform } from "@/app/domain/creator/vocabulary";
import { now } from "@/app/lib/clock";
import { type ChannelId, newId, type UserId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { brand_members, brands, creator_addresses, creator_channels, creators, users } from "@/db/schema";

const tag = () => randomBytes(4).toString("hex");

export async function makeUser(
  role: "brand" | "creator" | "operator",
  locale: "en" | "zh" = "en",
): Promise<UserId> {
  const id = newId("user");
  const email = `${role}-${tag()}@example.com`;
  await db.insert(users).values({
    id,
    email,
    email_normalized: email,
    password_hash: "none",
    role,
    name: `${role} ${tag()}`,
    locale,
    email_verified_at: now(),
  });
  return id;
}

export async function makeBrand(given: Partial<typeof brands.$inferInsert> = {}): Promise<BrandActor> {
  const user_id = await makeUser("brand");
  const brand_id = newId("brand");
  await db
    .insert(brands)
    .values({ id: brand_id, name: `Brand ${tag()}`, country: "US", time_zone: "America/New_York", ...given });
  await db.insert(brand_members).values({ brand_id, user_id, role: "owner" });
  return { kind: "brand", user_id, brand_id, role: "owner" };
}

export type TestCreator = CreatorActor & { channel_id: ChannelId };

export async function makeCreator(
  given: Partial<typeof creators.$inferInsert> = {},
  platform: Platform = "youtube",
): Promise<TestCreator> {
  const user_id = await makeUser("creator");
  const creator_id = newId("creator");
  const handle = `c${tag()}`;
  await db.insert(creators).values({
    id: creator_id,
    user_id,
    handle,
    display_name: handle,
    country: "US",
    stripe_account_id: `acct_${tag()}`,
    transfers_active: true,
    payouts_enabled: true,
    details_submitted: true,
    ...given,
  });
  await db.insert(creator_addresses).values({
    creator_id,
    full_name: "Ada Example",
    // Each their own: whoever shares the address of somebody blacklisted is taken for them.
    line1: `${tag()} Main Street`,
    city: "Springfield",
    region: "IL",
    postal_code: "62701",
    country: "US",
  });
  const channel_id = newId("channel");
  await db.insert(creator_channels).values({
    id: channel_id,
    creator_id,
    platform,
    handle,
    url: `https://www.youtube.com/@${handle}`,
    followers: 12_000,
    engagement_bps: 400,
    verification_code: `postbond-${tag().slice(0, 6)}`,
    verified_at: now(),
  });
  return { kind: "creator", user_id, creator_id, channel_id };
}

export async function makeOperator(): Promise<OperatorActor> {
  return { kind: "operator", user_id: await makeUser("operator") };
}
