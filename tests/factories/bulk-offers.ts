/** Fills a database with many live offers at once, for benches that ask how browsing holds up. No money moves and nothing is true. */

import { sql } from "drizzle-orm";
import { CATEGORIES, PLATFORMS } from "@/app/domain/creator/vocabulary";
import type { Tx } from "@/db/client";
import { offerInput } from "@/factories/offers";
import { makeBrand } from "@/factories/people";

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

async function insertOffers(tx: Tx, brand_ids: readonly string[], from: number, to: number): Promise<void> {
  const { brief, eligibility, licence, policy } = offerInput();
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
      ${JSON.stringify(licence)}::jsonb, ${JSON.stringify(policy)}::jsonb, at.live, at.live, at.live, at.live
    from generate_series(${from}::bigint, ${to}::bigint) as i
    cross join lateral (select (${listed(WORDS.split(" "))})[1 + (i * 5) % 16] as word) w
    cross join lateral (select (5000 + (i * 7919) % 45000)::bigint as minor) fee
    cross join lateral (select now() - ((i * 104729) % 15552000) * interval '1 second' as live) at`);
}

async function seedBulkBrands(tx: Tx): Promise<string[]> {
  const brand_ids: string[] = [];
  for (let number = 1; number <= BRANDS; number++) {
    const owner = { name: `Bulk owner ${number}`, email: `bulk-${number}@bench.postbond.test` };
    const { brand_id } = await makeBrand(tx, owner, { name: `Bulk brand ${number}` });
    brand_ids.push(brand_id);
  }
  return brand_ids;
}
