/** A closed offer takes nobody on any more: whoever was invited, had applied or was offered a slot is told so. */

import { and, eq, inArray } from "drizzle-orm";
import type { OfferId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { SYSTEM } from "../actor";
import { transition } from "./transition";

/** The caller has locked the offer. @returns how many ended */
export async function endOpenApplications(tx: Tx, offer_id: OfferId): Promise<number> {
  const rows = await tx
    .select({ id: collaborations.id })
    .from(collaborations)
    .where(
      and(
        eq(collaborations.offer_id, offer_id),
        inArray(collaborations.state, ["invited", "applied", "slot_offered"]),
      ),
    )
    .orderBy(collaborations.id);
  for (const { id } of rows) await transition(tx, SYSTEM, { collaboration_id: id, event: "close_offer" });
  return rows.length;
}
