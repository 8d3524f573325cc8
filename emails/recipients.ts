/** Which emails a transition calls for: one per user of each side that the lifecycle notifies. */

import { eq } from "drizzle-orm";
import { recipientsOf } from "@/app/domain/notifications/recipients";
import type { OutboxData } from "@/app/domain/outbox/events";
import type { UserId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { templateForTransition } from "./select-template";
import type { TransitionTemplate } from "./templates/transitions";

export type TransitionEmail = { template: TransitionTemplate; user_id: UserId };

/** In a stable order: each is a step of a job that may run again. */
export async function emailsForTransition(
  tx: Queryable,
  moved: OutboxData<"collaboration/transitioned">,
): Promise<TransitionEmail[]> {
  const [row] = await tx
    .select({ brand_id: collaborations.brand_id, creator_id: collaborations.creator_id })
    .from(collaborations)
    .where(eq(collaborations.id, moved.collaboration_id));
  if (!row) return [];
  const emails: TransitionEmail[] = [];
  for (const side of moved.notify) {
    const template = templateForTransition(moved, side);
    if (!template)
      throw new Error(`No email to the ${side} for ${moved.event} from ${moved.from} to ${moved.to}`);
    const party = side === "brand" ? { brand_id: row.brand_id } : { creator_id: row.creator_id };
    for (const user_id of await recipientsOf(tx, party, "work")) emails.push({ template, user_id });
  }
  return emails;
}
