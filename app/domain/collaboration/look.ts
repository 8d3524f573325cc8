/** What is known of the post that is paid for, at the moment when money is to leave for it. */
import { and, desc, eq, inArray } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { Queryable } from "@/db/client";
import { collaboration_events } from "@/db/schema/collaboration";
import { readLastKnown } from "../verification/record-observation";
import type { Collaboration } from "./lock";
import type { CollaborationEvent, Look } from "./vocabulary";

/** For so long what somebody saw counts, a machine or an operator. */
export const LOOK_COUNTS_MS = 24 * 3_600_000;

/** An operator who pays although the post is gone has seen that it is. */
const DECIDES_TO_PAY: CollaborationEvent[] = ["uphold_appeal", "split_appeal", "excuse_removal"];

type Row = Pick<Collaboration, "id" | "paid_submission_id">;

/** Read under the collaboration's lock where something follows from it. Before any pay is decided there is nothing to look at. */
export async function readLook(tx: Queryable, row: Row): Promise<Look> {
  if (!row.paid_submission_id) return "no_post";
  const last = await readLastKnown(tx, row.paid_submission_id);
  if (!last) return "unknown";
  if (last.presence === "live")
    return now().getTime() - last.at.getTime() <= LOOK_COUNTS_MS ? "live" : "unknown";
  return (await wasExcusedSince(tx, row, last.at)) ? "excused" : "gone";
}

async function wasExcusedSince(tx: Queryable, { id }: Row, seen_at: Date): Promise<boolean> {
  const [decided] = await tx
    .select({ at: collaboration_events.at })
    .from(collaboration_events)
    .where(
      and(
        eq(collaboration_events.collaboration_id, id),
        eq(collaboration_events.actor_kind, "operator"),
        inArray(collaboration_events.event, DECIDES_TO_PAY),
      ),
    )
    .orderBy(desc(collaboration_events.id))
    .limit(1);
  return decided !== undefined && decided.at >= seen_at;
}
