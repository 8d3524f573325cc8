/** What an operator decided for a creator, with the reason that both sides read. */
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { CollaborationId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { collaboration_events } from "@/db/schema/collaboration";
import type { CollaborationEvent } from "../vocabulary";

/** @returns those of `events`, the latest first */
export function readDecisionsToPay(
  tx: Queryable,
  collaboration_id: CollaborationId,
  events: CollaborationEvent[],
) {
  return tx
    .select({
      at: collaboration_events.at,
      note: sql<string | null>`${collaboration_events.data} ->> 'note'`,
    })
    .from(collaboration_events)
    .where(
      and(
        eq(collaboration_events.collaboration_id, collaboration_id),
        eq(collaboration_events.actor_kind, "operator"),
        inArray(collaboration_events.event, events),
      ),
    )
    .orderBy(desc(collaboration_events.id));
}
