/** Sends one reminder, if what it reminds of is still awaited. */
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { brand_members } from "@/db/schema/brand";
import { collaborations } from "@/db/schema/collaboration";
import { creators } from "@/db/schema/creator";
import { emit } from "../outbox/emit";
import type { Side } from "./lifecycle";
import type { Collaboration } from "./lock";
import { type ReminderTemplate, sideOf } from "./reminders";

/** @returns false when the collaboration has moved on since the reminder was planned */
export async function remind(
  tx: Tx,
  input: { collaboration_id: string; version: number; template: ReminderTemplate },
): Promise<boolean> {
  const [row] = await tx
    .select()
    .from(collaborations)
    .where(and(eq(collaborations.id, input.collaboration_id), eq(collaborations.version, input.version)))
    .for("update");
  if (!row) return false;
  for (const user_id of await peopleOf(tx, row, sideOf(input.template)))
    await emit(tx, "email/requested", {
      template: input.template,
      user_id,
      params: { collaboration_id: row.id },
    });
  return true;
}

/** The users behind one side of a collaboration who are written to. */
export async function peopleOf(
  tx: Tx,
  row: Pick<Collaboration, "brand_id" | "creator_id">,
  side: Side,
): Promise<string[]> {
  if (side === "creator") {
    const found = await tx
      .select({ user_id: creators.user_id })
      .from(creators)
      .where(eq(creators.id, row.creator_id));
    return found.map(({ user_id }) => user_id);
  }
  const found = await tx
    .select({ user_id: brand_members.user_id })
    .from(brand_members)
    .where(and(eq(brand_members.brand_id, row.brand_id), inArray(brand_members.role, ["owner", "manager"])));
  return found.map(({ user_id }) => user_id);
}
