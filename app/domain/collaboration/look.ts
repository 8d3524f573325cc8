/** What is known of the post that is paid for, at the moment when money is to leave for it. */
import { now } from "@/app/lib/clock";
import type { Queryable } from "@/db/client";
import { readLastKnown } from "../verification/record-observation";
import type { Collaboration } from "./lock";
import { readDecisionsToPay } from "./queries/decisions-to-pay";
import type { CollaborationEvent, Look } from "./vocabulary";

/** For so long what somebody saw counts, a machine or an operator. */
const LOOK_COUNTS_MS = 24 * 3_600_000;

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
  const [decided] = await readDecisionsToPay(tx, id, DECIDES_TO_PAY);
  return decided !== undefined && decided.at >= seen_at;
}
