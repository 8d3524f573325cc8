/** The answer to a stale form: what has happened meanwhile, and by whom. */
import { desc, eq } from "drizzle-orm";
import { Refusal } from "@/app/lib/refusal";
import type { Queryable } from "@/db/client";
import { users } from "@/db/schema/account";
import { collaboration_events } from "@/db/schema/collaboration";
import type { Collaboration } from "./lock";

/** Refusal 409 `stale_state` with params {state, event, actor_kind, actor_name, at}. */
export async function staleState(tx: Queryable, row: Pick<Collaboration, "id" | "state">): Promise<Refusal> {
  const [last] = await tx
    .select({
      event: collaboration_events.event,
      actor_kind: collaboration_events.actor_kind,
      actor_name: users.name,
      at: collaboration_events.at,
    })
    .from(collaboration_events)
    .leftJoin(users, eq(users.id, collaboration_events.actor_user_id))
    .where(eq(collaboration_events.collaboration_id, row.id))
    .orderBy(desc(collaboration_events.id))
    .limit(1);
  return new Refusal("stale_state", {
    status: 409,
    params: {
      state: row.state,
      event: last?.event ?? "",
      actor_kind: last?.actor_kind ?? "system",
      actor_name: last?.actor_name ?? "",
      at: last?.at.toISOString() ?? "",
    },
  });
}
