/** What creators find: live offers, whose money is there. */

import { and, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import type { Category, Platform } from "@/app/domain/creator/vocabulary";
import type { SampleMode } from "@/app/domain/offer/vocabulary";
import { type Cursor, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { offers } from "@/db/schema/offer";
import { first_photo } from "../offer/queries/photos";

export type BrowseFilter = {
  channel?: Platform;
  category?: Category;
  country?: string;
  sample_mode?: SampleMode;
  currency?: string;
  min_fee_minor?: number;
  max_fee_minor?: number;
  text?: string;
  sort?: "newest" | "fee";
};

const BROWSE_PAGE_SIZE = 20;

const CARD = {
  id: offers.id,
  title: offers.title,
  product_title: offers.product_title,
  category: offers.category,
  channels: offers.channels,
  marketplace_country: offers.marketplace_country,
  sample_mode: offers.sample_mode,
  retail_value_minor: offers.retail_value_minor,
  fee_minor: offers.fee_minor,
  currency: offers.currency,
  slots: offers.slots,
  slots_taken: offers.slots_taken,
  live_at: offers.live_at,
  brand_name: brands.name,
  brand_verified_at: brands.verified_at,
  photo_id: first_photo,
} as const;

/** One page of live offers. Only `live` is ever shown, and nothing gets there without its money. */
export async function browseOffers(
  tx: Queryable,
  filter: BrowseFilter,
  after: Cursor | null = null,
  limit = BROWSE_PAGE_SIZE,
) {
  const { rows, next } = await pageOf(
    (max) => browseQuery(tx, filter, after, max),
    limit,
    ({ fee_minor, live_at, id }) => ({
      key: filter.sort === "fee" ? String(fee_minor) : (live_at?.toISOString() ?? ""),
      id,
    }),
  );
  return { offers: rows, next };
}

/** The statement behind a page, whose plan a test looks at. */
export function browseQuery(tx: Queryable, filter: BrowseFilter, after: Cursor | null, max: number) {
  const by_fee = filter.sort === "fee";
  // As the indexes are declared; without "nulls last" PostgreSQL would sort the whole table instead of reading them.
  const order = sql`${by_fee ? offers.fee_minor : offers.live_at} desc nulls last, ${offers.id} desc nulls last`;
  return tx
    .select(CARD)
    .from(offers)
    .innerJoin(brands, eq(brands.id, offers.brand_id))
    .where(and(...conditionsOf(filter), after ? beyond(by_fee, after) : undefined))
    .orderBy(order)
    .limit(max);
}

export type OfferCard = Awaited<ReturnType<typeof browseOffers>>["offers"][number];

function conditionsOf(filter: BrowseFilter): SQL[] {
  const found: Array<SQL | undefined> = [
    // Written out, so that PostgreSQL sees that the partial indexes on live offers apply.
    sql`${offers.status} = 'live'`,
    filter.channel && sql`${offers.channels} @> array[${filter.channel}]::text[]`,
    filter.category && eq(offers.category, filter.category),
    filter.country ? eq(offers.marketplace_country, filter.country) : undefined,
    filter.sample_mode && eq(offers.sample_mode, filter.sample_mode),
    filter.currency ? eq(offers.currency, filter.currency) : undefined,
    filter.min_fee_minor !== undefined ? gte(offers.fee_minor, filter.min_fee_minor) : undefined,
    filter.max_fee_minor !== undefined ? lte(offers.fee_minor, filter.max_fee_minor) : undefined,
    filter.text?.trim() ? matches(filter.text.trim()) : undefined,
  ].map((condition) => condition || undefined);
  return found.filter((condition): condition is SQL => condition !== undefined);
}

/** Words in any order; for Chinese, which has no spaces, the piece of text itself. */
function matches(text: string): SQL {
  const title = sql`${offers.title} || ' ' || ${offers.product_title}`;
  if (/\p{Script=Han}/u.test(text)) return sql`(${title}) ilike ${`%${text.replace(/[\\%_]/g, "\\$&")}%`}`;
  return sql`to_tsvector('simple', ${title}) @@ websearch_to_tsquery('simple', ${text})`;
}

function beyond(by_fee: boolean, after: Cursor): SQL {
  return by_fee
    ? sql`(${offers.fee_minor}, ${offers.id}) < (${Number(after.key)}, ${after.id})`
    : sql`(${offers.live_at}, ${offers.id}) < (${after.key}::timestamptz, ${after.id})`;
}
