/** Who applied to an offer. */

import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { OfferId } from "@/app/lib/ids";
import { type Cursor, PAGE_SIZE, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { creator_channels, creators } from "@/db/schema/creator";
import type { OfBrand } from "../../actor";
import { FOLLOWERS, withFollowers } from "../../creator/followers";
import { NO_RECORD, readDeliveryRecords } from "../../creator/queries/delivery-record";

/** The shortlisted first. */
const RANK = sql<number>`(case when ${collaborations.shortlisted} then 0 else 1 end)`;

export const isApplicantKey = (key: string) =>
  /^[01] \d{4}-\d\d-\d\dT[\d:.]+Z$/.test(key) && !Number.isNaN(Date.parse(key.slice(2)));

/** Who applied to an offer, with what is needed to decide: channel, reach, record, pitch. */
export async function listApplicants(
  tx: Queryable,
  { brand_id }: OfBrand,
  offer_id: OfferId,
  after: Cursor | null = null,
  size = PAGE_SIZE,
) {
  const [rank, at] = after?.key.split(" ") ?? [];
  const read = (max: number) =>
    tx
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
        /** Null where the creator was invited and has no channel there. */
        channel: {
          handle: creator_channels.handle,
          url: creator_channels.url,
          ...FOLLOWERS,
          engagement_bps: creator_channels.engagement_bps,
        },
      })
      .from(collaborations)
      .innerJoin(creators, eq(creators.id, collaborations.creator_id))
      .leftJoin(creator_channels, eq(creator_channels.id, collaborations.channel_id))
      .where(
        and(
          eq(collaborations.offer_id, offer_id),
          eq(collaborations.brand_id, brand_id),
          inArray(collaborations.state, ["applied", "invited", "slot_offered"]),
          after
            ? sql`(${RANK}, ${collaborations.created_at}, ${collaborations.id}) > (${Number(rank)}, ${at}::timestamptz, ${after.id})`
            : undefined,
        ),
      )
      .orderBy(asc(RANK), asc(collaborations.created_at), asc(collaborations.id))
      .limit(max);
  const { rows, next } = await pageOf(read, size, ({ shortlisted, created_at, collaboration_id }) => ({
    key: `${shortlisted ? 0 : 1} ${created_at.toISOString()}`,
    id: collaboration_id,
  }));
  const records = await readDeliveryRecords(
    tx,
    rows.map((row) => row.creator_id),
  );
  return {
    rows: rows.map(({ channel, ...row }) => ({
      ...row,
      channel: channel && withFollowers(channel),
      record: records.get(row.creator_id) ?? NO_RECORD,
    })),
    next,
  };
}
