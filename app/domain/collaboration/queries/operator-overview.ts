/** What an operator sees first: what waits, and what happened last. */

import { and, desc, eq, inArray, lt, ne, sql } from "drizzle-orm";
import { one } from "@/app/lib/one";
import { type Cursor, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { collaboration_events, collaborations } from "@/db/schema/collaboration";
import { offers } from "@/db/schema/offer";
import { type CollaborationState, RUNNING_STATES } from "../vocabulary";

export type OperatorCounts = { needs_operator: number; appealed: number; verifying: number; open: number };

/** What is on the operator's desk, each counted along its own index: what has ended, which is most, is not looked at. */
export async function readOperatorCounts(tx: Queryable): Promise<OperatorCounts> {
  const rows = await tx
    .select({ state: collaborations.state, n: sql<number>`count(*)::int` })
    .from(collaborations)
    .where(inArray(collaborations.state, [...RUNNING_STATES]))
    .groupBy(collaborations.state);
  // Which fee an appeal or an ending deserves is counted apart, by its state.
  const waiting = one(
    await tx
      .select({ n: sql<number>`count(*)::int` })
      .from(collaborations)
      .where(and(eq(collaborations.needs_operator, true), ne(collaborations.state, "appealed"))),
    "the count of collaborations",
  );
  const inState = (state: CollaborationState) => rows.find((row) => row.state === state)?.n ?? 0;
  return {
    needs_operator: waiting.n,
    appealed: inState("appealed"),
    verifying: inState("verifying"),
    open: rows.reduce((sum, { n }) => sum + n, 0),
  };
}

/** The latest moves on the whole marketplace. */
export function listEvents(tx: Queryable, after: Cursor | null = null, size = 20) {
  const read = (max: number) =>
    tx
      .select({
        id: collaboration_events.id,
        event: collaboration_events.event,
        to_state: collaboration_events.to_state,
        actor_kind: collaboration_events.actor_kind,
        data: collaboration_events.data,
        at: collaboration_events.at,
        collaboration_id: collaboration_events.collaboration_id,
        offer_title: offers.title,
      })
      .from(collaboration_events)
      .innerJoin(collaborations, eq(collaborations.id, collaboration_events.collaboration_id))
      .innerJoin(offers, eq(offers.id, collaborations.offer_id))
      .where(after ? lt(collaboration_events.id, Number(after.id)) : undefined)
      .orderBy(desc(collaboration_events.id))
      .limit(max);
  return pageOf(read, size, ({ at, id }) => ({ key: at.toISOString(), id: String(id) }));
}
