/** What the conditions of the lifecycle table are held against, read from the row and from what belongs to it. */
import type { Queryable } from "@/db/client";
import { silentSide } from "./evidence";
import type { Circumstances } from "./lifecycle";
import type { Collaboration } from "./lock";
import { readLook } from "./look";
import { readProof } from "./proof";

type Row = Pick<
  Collaboration,
  "id" | "state" | "sample_mode" | "due_kind" | "cancelled_at" | "holdback_minor" | "paid_submission_id"
>;

/** Without the actor: who asks is known to the caller. */
export async function readCircumstances(tx: Queryable, row: Row): Promise<Omit<Circumstances, "actor">> {
  return {
    ...(await readProof(tx, row)),
    sample_mode: row.sample_mode,
    due_kind: row.due_kind,
    silent_side: row.state === "appealed" ? await silentSide(tx, row) : null,
    look: await readLook(tx, row),
    holdback: row.holdback_minor > 0,
    cancelled: row.cancelled_at !== null,
  };
}
