/** Sends one reminder, if what it reminds of is still awaited. */

import { and, eq } from "drizzle-orm";
import type { CollaborationId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { notify } from "../notifications/notify";
import { type ReminderTemplate, sideOf } from "./reminders";

/** @returns false when the collaboration has moved on since the reminder was planned */
export async function remind(
  tx: Tx,
  input: { collaboration_id: CollaborationId; version: number; template: ReminderTemplate },
): Promise<boolean> {
  const [row] = await tx
    .select()
    .from(collaborations)
    .where(and(eq(collaborations.id, input.collaboration_id), eq(collaborations.version, input.version)))
    .for("update");
  if (!row) return false;
  const side = sideOf(input.template);
  await notify(tx, side === "brand" ? { brand_id: row.brand_id } : { creator_id: row.creator_id }, "work", {
    template: input.template,
    params: { collaboration_id: row.id },
  });
  return true;
}
