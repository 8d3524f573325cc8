/** What observations of a paid post lead to: the time to put it back begins or is over, an operator has to look, or has looked. */

import { eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { CollaborationId } from "@/app/lib/ids";
import { required } from "@/app/lib/one";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { type OperatorActor, SYSTEM } from "../actor";
import { recordOperatorObservation, unknownSince, wasDeniedBefore } from "../verification/record-observation";
import { type Doubt, isWorthAskingAgain, type Presence } from "../verification/vocabulary";
import { readPaidSubmission } from "../verification/watch-post";
import type { Collaboration } from "./lock";
import { transition } from "./transition";

type Known = Exclude<Presence, "unknown">;

/** For so long the machine asks before an operator is asked; a little less, because the looks themselves take their time. */
const ASKED_FOR_MS = 71 * 3_600_000;

/** Two observations agree. Does nothing if that is recorded already, or if the collaboration is not being watched any more. */
export async function recordPresence(
  tx: Tx,
  { collaboration_id, presence }: { collaboration_id: CollaborationId; presence: Known },
): Promise<void> {
  const row = await lockWatched(tx, collaboration_id);
  const paid = await readPaidSubmission(tx, collaboration_id);
  if (!row || !paid) return;
  // Somebody may have seen it live between the two.
  if (
    presence === "not_live" &&
    row.due_kind === "monitoring" &&
    (await wasDeniedBefore(tx, paid.id, "watch"))
  )
    await transition(tx, SYSTEM, {
      collaboration_id,
      event: "report_removal",
      set: { needs_operator: false },
    });
  if (presence === "live" && row.due_kind === "removal_cure")
    await transition(tx, SYSTEM, { collaboration_id, event: "restore_post", set: { needs_operator: false } });
}

/** No machine can tell whether the post is there: an operator has to look. Does nothing if one is asked already. */
export async function askOperatorToObserve(
  tx: Tx,
  input: { collaboration_id: CollaborationId; reason: Doubt; next_at: string | null },
): Promise<void> {
  const { collaboration_id, reason, next_at } = input;
  const row = await lockWatched(tx, collaboration_id);
  if (!row || row.needs_operator) return;
  const paid = await readPaidSubmission(tx, collaboration_id);
  if (!paid) return;
  // Days in which nothing was known; whatever was seen meanwhile, by the machine or an operator, begins them anew.
  const since = await unknownSince(tx, paid.id);
  const asked_long = since !== null && since.getTime() <= now().getTime() - ASKED_FOR_MS;
  if (isWorthAskingAgain(reason) && !asked_long) return;
  await transition(tx, SYSTEM, {
    collaboration_id,
    event: "escalate_watch",
    data: { reason, next_at },
    set: { needs_operator: true },
  });
}

/** The machine has seen for itself what an operator was asked. Does nothing if nobody is asked. */
export async function withdrawQuestion(tx: Tx, collaboration_id: CollaborationId): Promise<void> {
  const row = await lockWatched(tx, collaboration_id);
  if (!row?.needs_operator) return;
  await transition(tx, SYSTEM, {
    collaboration_id,
    event: "observe_post",
    data: { presence: "live" },
    set: { needs_operator: false },
  });
}

/**
 * An operator's word counts as an observation. That a post is gone has to be seen twice, two hours apart: the first time the question stays open.
 *
 * @throws Refusal 409 `stale_state` when the post is not watched any more
 */
export async function observeAsOperator(
  tx: Tx,
  actor: OperatorActor,
  input: { collaboration_id: CollaborationId; presence: Known; note: string; expected_version?: number },
): Promise<Collaboration> {
  const { collaboration_id, presence, note, expected_version } = input;
  const paid = required(await readPaidSubmission(tx, collaboration_id), "the paid post");
  const row = await lockWatched(tx, collaboration_id);
  const gone = presence === "not_live" && row?.due_kind === "monitoring";
  const confirmed = gone && (await wasDeniedBefore(tx, paid.id, "watch"));
  const moved = await transition(tx, actor, {
    collaboration_id,
    event: "observe_post",
    expected_version,
    data: { presence, note },
    set: { needs_operator: gone && !confirmed },
  });
  await recordOperatorObservation(tx, actor, { submission_id: paid.id, presence, note });
  if (confirmed || presence === "live") await recordPresence(tx, { collaboration_id, presence });
  return moved;
}

async function lockWatched(tx: Tx, collaboration_id: CollaborationId) {
  const [row] = await tx
    .select({
      state: collaborations.state,
      due_kind: collaborations.due_kind,
      needs_operator: collaborations.needs_operator,
    })
    .from(collaborations)
    .where(eq(collaborations.id, collaboration_id))
    .for("update");
  return row?.state === "monitoring" ? row : null;
}
