/** Which letters a move calls for: who hears of it is said in one place, which letter it is in another. */
import { eq } from "drizzle-orm";
import type { OutboxData } from "@/app/domain/outbox/events";
import { whoHears } from "@/app/domain/outbox/tell";
import type { Queryable } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { type TransitionSeen, templateForMove } from "./for-move";
import { eventRow } from "./move-facts";

export type LetterForMove = { template: string; user_id: string };

/** @returns one entry per letter, in a stable order */
export async function lettersForMove(
  tx: Queryable,
  moved: OutboxData<"collaboration/transitioned">,
): Promise<LetterForMove[]> {
  const [row] = await tx
    .select({ brand_id: collaborations.brand_id, creator_id: collaborations.creator_id })
    .from(collaborations)
    .where(eq(collaborations.id, moved.collaboration_id));
  if (!row) return [];
  const { event, from, to, due_kind } = moved;
  const story = await eventRow(tx, moved);
  const due_was = (story?.data.due_was ?? null) as TransitionSeen["due_was"];
  const letters: LetterForMove[] = [];
  for (const side of moved.notify) {
    const template = templateForMove({ event, from, to, due_kind, due_was }, side);
    if (!template) throw new Error(`No letter to the ${side} for ${event} from ${from} to ${to}`);
    const party = side === "brand" ? { brand_id: row.brand_id } : { creator_id: row.creator_id };
    for (const user_id of (await whoHears(tx, party, "work")).toSorted()) letters.push({ template, user_id });
  }
  return letters;
}
