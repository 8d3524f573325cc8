/** How reliably a creator has delivered what was agreed, with the counts behind it. */

import { and, inArray, sql } from "drizzle-orm";
import type { CreatorId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";

/** Counts of a creator's collaborations; the rate is delivered ÷ (delivered + not delivered), of what was agreed and has been decided. */
export type DeliveryRecord = {
  agreed: number;
  delivered: number;
  not_delivered: number;
  /** Delivered with a first submission no later than the day that was agreed. */
  on_time: number;
  open: number;
  /** Hundredths of a percent; null while nothing has been decided. */
  delivery_bps: number | null;
};

export const NO_RECORD: DeliveryRecord = {
  agreed: 0,
  delivered: 0,
  not_delivered: 0,
  on_time: 0,
  open: 0,
  delivery_bps: null,
};

/** The records of many creators in one query; a creator without collaborations has zeros. */
export async function readDeliveryRecords(
  tx: Queryable,
  creator_ids: readonly CreatorId[],
): Promise<Map<string, DeliveryRecord>> {
  if (creator_ids.length === 0) return new Map();
  const rows = await tx
    .select({
      creator_id: collaborations.creator_id,
      agreed: sql<number>`count(*)::int`,
      delivered: sql<number>`count(*) filter (where collaborations.approved_at is not null)::int`,
      not_delivered: sql<number>`count(*) filter (where collaborations.approved_at is null and collaborations.state in ('defaulted', 'refunded'))::int`,
      on_time: sql<number>`count(*) filter (where collaborations.approved_at is not null and (collaborations.content_due_at is null or (select min(s.created_at) from submissions s where s.collaboration_id = collaborations.id) <= collaborations.content_due_at))::int`,
      open: sql<number>`count(*) filter (where collaborations.ended_at is null)::int`,
    })
    .from(collaborations)
    .where(
      and(inArray(collaborations.creator_id, [...creator_ids]), sql`${collaborations.agreed_at} is not null`),
    )
    .groupBy(collaborations.creator_id);
  const records = new Map(creator_ids.map((id) => [id, NO_RECORD]));
  for (const { creator_id, ...counts } of rows) {
    const decided = counts.delivered + counts.not_delivered;
    const delivery_bps = decided ? Math.round((counts.delivered * 10_000) / decided) : null;
    records.set(creator_id, { ...counts, delivery_bps });
  }
  return records;
}

export async function readDeliveryRecord(tx: Queryable, creator_id: CreatorId): Promise<DeliveryRecord> {
  return (await readDeliveryRecords(tx, [creator_id])).get(creator_id) ?? NO_RECORD;
}
