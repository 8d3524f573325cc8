/** What two looks at a paid post that agree lead to: the time to put it back begins, or is over. */

import { eq } from "drizzle-orm";
import type { CollaborationId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { SYSTEM } from "../actor";
import type { Presence } from "../verification/watch-post";
import { transition } from "./transition";

/** Does nothing when it is recorded already, or the collaboration is not being watched any more. */
export async function recordPresence(
  tx: Tx,
  { collaboration_id, presence }: { collaboration_id: CollaborationId; presence: Presence },
): Promise<void> {
  const [row] = await tx
    .select({ state: collaborations.state, due_kind: collaborations.due_kind })
    .from(collaborations)
    .where(eq(collaborations.id, collaboration_id))
    .for("update");
  if (row?.state !== "monitoring") return;
  if (presence === "missing" && row.due_kind === "monitoring")
    await transition(tx, SYSTEM, { collaboration_id, event: "report_removal" });
  if (presence === "there" && row.due_kind === "removal_cure")
    await transition(tx, SYSTEM, { collaboration_id, event: "restore_post" });
}
