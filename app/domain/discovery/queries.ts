/** What people find: live offers whose money is there, an offer's page, a creator's public page. */
import { and, asc, desc, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import type { Category, Platform } from "@/app/domain/creator/vocabulary";
import type { SampleMode } from "@/app/domain/offer/vocabulary";
import { notFound } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { collaborations } from "@/db/schema/collaboration";
import { creator_channels, creators } from "@/db/schema/creator";
import { offer_payments, offer_photos, offers } from "@/db/schema/offer";
import { NO_RECORD, readDeliveryRecord, readDeliveryRecords } from "./delivery-record";

export { readDeliveryRecord } from "./delivery-record";

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
/** The sort key and id of the last offer on a page. */
export type BrowseCursor = { key: string; id: string };

export const BROWSE_PAGE_SIZE = 20;

// Written out with its tables' names: Drizzle leaves them away where a query has no join, and `offer_id = id` would mean another row.
const first_photo = sql<
  string | null
>`(select p.asset_id from offer_photos p where p.offer_id = offers.id order by p.position limit 1)`;

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
  after: BrowseCursor | null = null,
  limit = BROWSE_PAGE_SIZE,
) {
  const rows = await browseQuery(tx, filter, after, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next: BrowseCursor | null =
    rows.length > limit && last
      ? { key: filter.sort === "fee" ? String(last.fee_minor) : last.live_at!.toISOString(), id: last.id }
      : null;
  return { offers: page, next };
}

/** The statement behind a page, whose plan a test looks at. */
export function browseQuery(tx: Queryable, filter: BrowseFilter, after: BrowseCursor | null, limit: number) {
  const by_fee = filter.sort === "fee";
  // As the indexes are declared; without "nulls last" PostgreSQL would sort the whole table instead of reading them.
  const order = sql`${by_fee ? offers.fee_minor : offers.live_at} desc nulls last, ${offers.id} desc nulls last`;
  return tx
    .select(CARD)
    .from(offers)
    .innerJoin(brands, eq(brands.id, offers.brand_id))
    .where(and(...conditionsOf(filter), after ? beyond(by_fee, after) : undefined))
    .orderBy(order)
    .limit(limit);
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

function beyond(by_fee: boolean, after: BrowseCursor): SQL {
  return by_fee
    ? sql`(${offers.fee_minor}, ${offers.id}) < (${Number(after.key)}, ${after.id})`
    : sql`(${offers.live_at}, ${offers.id}) < (${after.key}::timestamptz, ${after.id})`;
}

/** An offer as anybody may see it. @throws Refusal 404 for one whose money is not there, or that is closed */
export async function readPublicOffer(tx: Queryable, offer_id: string) {
  const [row] = await tx
    .select({
      offer: offers,
      brand: {
        id: brands.id,
        name: brands.name,
        about: brands.about,
        country: brands.country,
        website: brands.website,
        verified_at: brands.verified_at,
      },
    })
    .from(offers)
    .innerJoin(brands, eq(brands.id, offers.brand_id))
    .where(and(eq(offers.id, offer_id), inArray(offers.status, ["live", "paused"])));
  if (!row) throw notFound("offer");
  const { sample_code: _hidden, ...offer } = row.offer;
  return {
    offer,
    brand: row.brand,
    photo_ids: await photosOf(tx, offer_id),
    brand_record: await readBrandRecord(tx, row.brand.id),
  };
}

export async function photosOf(tx: Queryable, offer_id: string): Promise<string[]> {
  const rows = await tx
    .select({ id: offer_photos.asset_id })
    .from(offer_photos)
    .where(eq(offer_photos.offer_id, offer_id))
    .orderBy(asc(offer_photos.position));
  return rows.map(({ id }) => id);
}

/** How a brand has treated its creators so far. */
export async function readBrandRecord(tx: Queryable, brand_id: string) {
  const [row] = await tx
    .select({
      agreed: sql<number>`count(*) filter (where ${collaborations.agreed_at} is not null)::int`,
      approved: sql<number>`count(*) filter (where ${collaborations.approved_at} is not null)::int`,
      rejected: sql<number>`count(*) filter (where ${collaborations.state} = 'refunded')::int`,
    })
    .from(collaborations)
    .where(eq(collaborations.brand_id, brand_id));
  return row!;
}

/** @throws Refusal 404 */
export async function readPublicCreator(tx: Queryable, handle: string) {
  const [creator] = await tx
    .select({
      id: creators.id,
      handle: creators.handle,
      display_name: creators.display_name,
      bio: creators.bio,
      country: creators.country,
      categories: creators.categories,
      avatar_asset_id: creators.avatar_asset_id,
      standing: creators.standing,
      created_at: creators.created_at,
    })
    .from(creators)
    .where(eq(creators.handle, handle.toLowerCase()));
  if (!creator) throw notFound("creator");
  const channels = await tx
    .select({
      platform: creator_channels.platform,
      handle: creator_channels.handle,
      url: creator_channels.url,
      followers: creator_channels.followers,
      engagement_bps: creator_channels.engagement_bps,
    })
    .from(creator_channels)
    .where(and(eq(creator_channels.creator_id, creator.id), sql`${creator_channels.verified_at} is not null`))
    .orderBy(desc(creator_channels.followers));
  return { creator, channels, record: await readDeliveryRecord(tx, creator.id) };
}

/** A brand's own offers, newest first, each with what waits for the brand. */
export function listBrandOffers(tx: Queryable, brand_id: string, limit = 100) {
  const waiting = (states: string) =>
    sql<number>`(select count(*)::int from collaborations c where c.offer_id = offers.id and c.state in ${sql.raw(states)})`;
  return tx
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
    .where(eq(offers.brand_id, brand_id))
    .orderBy(desc(offers.created_at), desc(offers.id))
    .limit(limit);
}

/** One of the brand's own offers, in any status, with its payments. @throws Refusal 404 */
export async function readBrandOffer(tx: Queryable, brand_id: string, offer_id: string) {
  const [offer] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.id, offer_id), eq(offers.brand_id, brand_id)));
  if (!offer) throw notFound("offer");
  const payments = await tx
    .select()
    .from(offer_payments)
    .where(eq(offer_payments.offer_id, offer_id))
    .orderBy(desc(offer_payments.created_at));
  return { offer, photo_ids: await photosOf(tx, offer_id), payments };
}

/** Who applied to an offer, with what is needed to decide: channel, reach, record, pitch. */
export async function listApplicants(tx: Queryable, offer_id: string, limit = 200) {
  const rows = await tx
    .select({
      collaboration_id: collaborations.id,
      state: collaborations.state,
      version: collaborations.version,
      pitch: collaborations.pitch,
      shortlisted: collaborations.shortlisted,
      due_at: collaborations.due_at,
      created_at: collaborations.created_at,
      creator_id: creators.id,
      handle: creators.handle,
      display_name: creators.display_name,
      country: creators.country,
      avatar_asset_id: creators.avatar_asset_id,
      standing: creators.standing,
      platform: collaborations.platform,
      channel_handle: creator_channels.handle,
      channel_url: creator_channels.url,
      followers: creator_channels.followers,
      engagement_bps: creator_channels.engagement_bps,
    })
    .from(collaborations)
    .innerJoin(creators, eq(creators.id, collaborations.creator_id))
    .leftJoin(creator_channels, eq(creator_channels.id, collaborations.channel_id))
    .where(
      and(
        eq(collaborations.offer_id, offer_id),
        inArray(collaborations.state, ["applied", "invited", "slot_offered"]),
      ),
    )
    .orderBy(desc(collaborations.shortlisted), asc(collaborations.created_at))
    .limit(limit);
  const records = await readDeliveryRecords(
    tx,
    rows.map((row) => row.creator_id),
  );
  return rows.map((row) => ({ ...row, record: records.get(row.creator_id) ?? NO_RECORD }));
}
