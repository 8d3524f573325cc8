/** The collaborations of one side, or all of them for an operator, newest first. */

import { and, desc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { OfferId } from "@/app/lib/ids";
import { type Cursor, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { collaborations } from "@/db/schema/collaboration";
import { creators } from "@/db/schema/creator";
import { offers } from "@/db/schema/offer";
import type { Actor } from "../../actor";
import { outlookOf } from "../outlook";
import type { CollaborationState } from "../vocabulary";

export type CollaborationFilter = {
  states?: readonly CollaborationState[];
  offer_id?: OfferId;
  /** Only those that came to an agreement, whatever became of it. */
  agreed?: boolean;
};

const SIZE = 20;

/** The actor's own collaborations (an operator's are all), newest first; `next` goes on after the last one. */
export async function listCollaborations(
  tx: Queryable,
  actor: Actor,
  filter: CollaborationFilter = {},
  after: Cursor | null = null,
  limit = SIZE,
) {
  const conditions: SQL[] = [];
  if (actor.kind === "brand") conditions.push(eq(collaborations.brand_id, actor.brand_id));
  if (actor.kind === "creator") conditions.push(eq(collaborations.creator_id, actor.creator_id));
  if (filter.states) conditions.push(inArray(collaborations.state, [...filter.states]));
  if (filter.offer_id) conditions.push(eq(collaborations.offer_id, filter.offer_id));
  if (filter.agreed) conditions.push(isNotNull(collaborations.agreed_at));
  if (after)
    conditions.push(
      sql`(${collaborations.created_at}, ${collaborations.id}) < (${after.key}::timestamptz, ${after.id})`,
    );
  const read = (max: number) =>
    tx
      .select({
        id: collaborations.id,
        state: collaborations.state,
        platform: collaborations.platform,
        due_at: collaborations.due_at,
        due_kind: collaborations.due_kind,
        sample_mode: collaborations.sample_mode,
        entered_at: collaborations.entered_at,
        created_at: collaborations.created_at,
        fee_minor: collaborations.fee_minor,
        currency: collaborations.currency,
        needs_operator: collaborations.needs_operator,
        offer_id: offers.id,
        offer_title: offers.title,
        brand_name: brands.name,
        creator_handle: creators.handle,
        creator_name: creators.display_name,
      })
      .from(collaborations)
      .innerJoin(offers, eq(offers.id, collaborations.offer_id))
      .innerJoin(brands, eq(brands.id, collaborations.brand_id))
      .innerJoin(creators, eq(creators.id, collaborations.creator_id))
      .where(and(...conditions))
      .orderBy(desc(collaborations.created_at), desc(collaborations.id))
      .limit(max);
  const { rows, next } = await pageOf(read, limit, ({ created_at, id }) => ({
    key: created_at.toISOString(),
    id,
  }));
  return {
    rows: rows.map((row) => ({
      ...row,
      awaited: outlookOf(row.state, {
        sample_mode: row.sample_mode,
        due_kind: row.due_kind,
        // Who is awaited does not hang on what is known of a post.
        silent_side: null,
        proof: "none",
        clause: null,
        hand_ins_used: false,
        look: "unknown",
        holdback: false,
        cancelled: false,
      }).awaited,
    })),
    next,
  };
}
