/** Fills a database with many live offers at once, for benches that ask how browsing holds up. No money moves and nothing is true. */

import { sql } from "drizzle-orm";
import { CATEGORIES, PLATFORMS } from "@/app/domain/creator/vocabulary";
import { defaultLicence } from "@/app/domain/offer/terms";
import { defaultPolicy } from "@/app/domain/policy/policy";
import { type BrandId, newId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { brand_members, brands, users } from "@/db/schema";

const BRANDS = 50;
/** Offers a statement, well inside the statement timeout. */
const CHUNK = 10_000;
const WORDS =
  "lamp bottle pack tent kettle speaker mug cushion serum candle tea keyboard lantern bowl mat pan";

/**
 * Adds `count` live offers over 50 brands, spread over categories, channels, countries, fees and the last half year. The database must
 * have no bulk offers yet.
 */
export async function seedBulk(tx: Tx, count: number): Promise<void> {
  const brand_ids = await seedBulkBrands(tx);
  for (let from = 1; from <= count; from += CHUNK)
    await insertOffers(tx, brand_ids, from, Math.min(count, from + CHUNK - 1));
  await tx.execute(sql`analyze offers`);
}

async function insertOffers(tx: Tx, brand_ids: readonly BrandId[], from: number, to: number): Promise<void> {
  const brief = {
    summary: "Show the product in use, by day and by night, in your own home.",
    must_show: ["The product in use"],
    must_say: [],
    must_not_say: [],
    hashtags: ["#ours"],
    mentions: [],
    require_product_link: true,
    min_length_seconds: 0,
  };
  const eligibility = {
    countries: [],
    min_followers: 0,
    min_engagement_bps: 0,
    min_delivery_bps: 0,
    max_open_jobs: 0,
    requires_storefront: false,
  };
  const listed = (items: readonly string[]) => sql`string_to_array(${items.join(" ")}::text, ' ')`;
  // Multiplying by primes scatters the columns, so that no filter finds its rows side by side.
  await tx.execute(sql`
    insert into offers (id, brand_id, status, title, category, product_title, product_url, asin, marketplace_country, retail_value_minor,
      currency, fee_minor, platform_fee_minor, slots, channels, brief, eligibility, sample_mode, licence, policy, funded_at, live_at, created_at, updated_at)
    select 'offer_bulk' || lpad(i::text, 22, '0'), (${listed(brand_ids)})[1 + i % ${BRANDS}], 'live',
      initcap(w.word) || ' number ' || i, (${listed(CATEGORIES)})[1 + (i * 7) % ${CATEGORIES.length}], 'The ' || w.word || ' ' || i,
      'https://www.amazon.com/dp/B' || lpad(i::text, 9, '0'), 'B' || lpad(i::text, 9, '0'),
      (array['US','US','US','GB','DE','CA'])[1 + (i * 13) % 6], 2000 + (i * 31) % 9000,
      'USD', fee.minor, fee.minor / 10, 1 + i % 9,
      array[(${listed(PLATFORMS)})[1 + (i * 11) % ${PLATFORMS.length}]], ${JSON.stringify(brief)}::jsonb, ${JSON.stringify(eligibility)}::jsonb,
      (array['shipped','shipped','purchase','code','none'])[1 + (i * 17) % 5],
      ${JSON.stringify(defaultLicence())}::jsonb, ${JSON.stringify(defaultPolicy())}::jsonb, at.live, at.live, at.live, at.live
    from generate_series(${from}::bigint, ${to}::bigint) as i
    cross join lateral (select (${listed(WORDS.split(" "))})[1 + (i * 5) % 16] as word) w
    cross join lateral (select (5000 + (i * 7919) % 45000)::bigint as minor) fee
    cross join lateral (select now() - ((i * 104729) % 15552000) * interval '1 second' as live) at`);
}

async function seedBulkBrands(tx: Tx): Promise<BrandId[]> {
  const made = Array.from({ length: BRANDS }, (_, index) => ({
    id: newId("brand"),
    name: `Bulk brand ${index + 1}`,
    country: "US",
    time_zone: "America/New_York",
  }));
  const owners = made.map((_, index) => ({
    id: newId("user"),
    email: `bulk-${index + 1}@bench.postbond.test`,
    email_normalized: `bulk-${index + 1}@bench.postbond.test`,
    password_hash: "none",
    role: "brand" as const,
    name: `Bulk owner ${index + 1}`,
  }));
  await tx.insert(users).values(owners);
  await tx.insert(brands).values(made);
  await tx
    .insert(brand_members)
    .values(
      made.map(({ id }, index) => ({ brand_id: id, user_id: owners[index]!.id, role: "owner" as const })),
    );
  return made.map(({ id }) => id);
}
