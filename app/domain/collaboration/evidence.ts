/** Who has spoken in a dispute. What is said is part of the collaboration's story, so it is read from its events. */
import { and, eq, inArray } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { collaboration_events } from "@/db/schema/collaboration";
import type { Side } from "./lifecycle";
import type { Collaboration } from "./lock";

/** The one side that has said nothing since the dispute began; null when both have spoken or neither has. */
export async function silentSide(tx: Queryable, row: Pick<Collaboration, "id">): Promise<Side | null> {
  const spoken = await tx
    .selectDistinct({ side: collaboration_events.actor_kind })
    .from(collaboration_events)
    // Contesting is itself a statement, so the creator has always spoken once.
    .where(
      and(
        eq(collaboration_events.collaboration_id, row.id),
        inArray(collaboration_events.event, ["appeal", "add_statement"]),
      ),
    );
  const sides = new Set(spoken.map((row) => row.side));
  if (sides.has("brand") === sides.has("creator")) return null;
  return sides.has("brand") ? "creator" : "brand";
}
