/** The people: brands, creators, operators, each with dice of their own. They exist when the simulation begins. */

import type { BrandActor, CreatorActor, OperatorActor } from "@/app/domain/actor";
import type { Platform } from "@/app/domain/creator/vocabulary";
import { now } from "@/app/lib/clock";
import { type ChannelId, newId, type UserId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { brand_members, brands, creator_addresses, creator_channels, creators, users } from "@/db/schema";
import type { Random } from "../random";

export type Brand = { actor: BrandActor; email: string; random: Random };
export type Creator = {
  actor: CreatorActor;
  user_id: UserId;
  email: string;
  handle: string;
  platform: Platform;
  channel_id: ChannelId;
  random: Random;
};
export type Operator = { actor: OperatorActor; random: Random };
export type Population = {
  brands: Brand[];
  creators: Creator[];
  operator: Operator;
  brand_of: Map<string, Brand>;
  creator_of: Map<string, Creator>;
  creator_of_user: Map<string, Creator>;
};

const PLATFORMS = ["youtube", "tiktok", "instagram"] as const;
const COUNTRIES = ["US", "US", "US", "GB", "DE", "FR", "CA", "JP", "MX", "SE"] as const;
const ZONES = ["America/New_York", "America/Los_Angeles", "Europe/London", "Asia/Shanghai", "UTC"] as const;

const ROWS_AT_ONCE = 500;

/** Everybody whom `collaborations` collaborations need. */
export async function makePopulation(random: Random, collaborations: number): Promise<Population> {
  const made_brands = await makeBrands(random.split("brands"), 3 + Math.ceil(collaborations / 30));
  const made_creators = await makeCreators(random.split("creators"), 12 + Math.ceil(collaborations / 6));
  const operator_id = newId("user");
  await db.insert(users).values(userRow(operator_id, "operator", "operator"));
  return {
    brands: made_brands,
    creators: made_creators,
    operator: { actor: { kind: "operator", user_id: operator_id }, random: random.split("operator") },
    brand_of: new Map(made_brands.map((brand) => [brand.actor.brand_id, brand])),
    creator_of: new Map(made_creators.map((creator) => [creator.actor.creator_id, creator])),
    creator_of_user: new Map(made_creators.map((creator) => [creator.user_id, creator])),
  };
}

function userRow(
  id: UserId,
  role: "brand" | "creator" | "operator",
  name: string,
): typeof users.$inferInsert {
  const email = `${name}@example.com`;
  return { id, email, email_normalized: email, password_hash: "none", role, name, email_verified_at: now() };
}

async function makeBrands(random: Random, count: number): Promise<Brand[]> {
  const made = Array.from({ length: count }, (_, index) => {
    const [user_id, brand_id] = [newId("user"), newId("brand")];
    const name = `brand${index}`;
    return { name, user_id, brand_id, time_zone: random.of(ZONES), random: random.split(index) };
  });
  for (const some of slices(made)) {
    await db.insert(users).values(some.map(({ user_id, name }) => userRow(user_id, "brand", name)));
    await db
      .insert(brands)
      .values(
        some.map(({ brand_id, name, time_zone }) => ({ id: brand_id, name, country: "US", time_zone })),
      );
    await db
      .insert(brand_members)
      .values(some.map(({ brand_id, user_id }) => ({ brand_id, user_id, role: "owner" as const })));
  }
  return made.map(({ name, user_id, brand_id, random: own }) => ({
    actor: { kind: "brand", user_id, brand_id, role: "owner" },
    email: `${name}@example.com`,
    random: own,
  }));
}

async function makeCreators(random: Random, count: number): Promise<Creator[]> {
  const made = Array.from({ length: count }, (_, index) => ({
    handle: `creator${index}`,
    user_id: newId("user"),
    creator_id: newId("creator"),
    channel_id: newId("channel"),
    platform: random.of(PLATFORMS),
    country: random.of(COUNTRIES),
    random: random.split(index),
  }));
  for (const some of slices(made)) {
    await db.insert(users).values(some.map(({ user_id, handle }) => userRow(user_id, "creator", handle)));
    await db.insert(creators).values(
      some.map(({ creator_id, user_id, handle, country }) => ({
        id: creator_id,
        user_id,
        handle,
        display_name: handle,
        country,
      })),
    );
    await db.insert(creator_addresses).values(
      some.map(({ creator_id, handle, country }) => ({
        creator_id,
        full_name: handle,
        // Each their own: whoever shares the address of somebody blacklisted is taken for them.
        line1: `${handle} Street`,
        city: "Springfield",
        postal_code: "62701",
        country,
      })),
    );
    await db.insert(creator_channels).values(
      some.map(({ channel_id, creator_id, handle, platform }) => ({
        id: channel_id,
        creator_id,
        platform,
        handle,
        url: `https://${platform}.example.com/@${handle}`,
        followers: 12_000,
        engagement_bps: 400,
        verification_code: `postbond-${handle}`,
        verified_at: now(),
      })),
    );
  }
  return made.map(({ creator_id, country: _, ...creator }) => ({
    ...creator,
    actor: { kind: "creator", user_id: creator.user_id, creator_id },
    email: `${creator.handle}@example.com`,
  }));
}

function* slices<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
}
