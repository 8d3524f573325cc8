/** What observations of the post that is paid for lead to: pay goes on, the time to put it back begins or is over, an operator has to look, or has looked. */

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
import { isWatched } from "../verification/watched";
import type { Collaboration } from "./lock";
import { readLook } from "./look";
import { transition } from "./transition";
import type { DueKind } from "./vocabulary";

type Known = Exclude<Presence, "unknown">;

/** For so long the machine asks before an operator is asked; a little less, because the looks themselves take their time. */
const ASKED_FOR_MS = 71 * 3_600_000;

/** While these run, a post that is gone begins the time to put it back. Not while an operator decides about a removal. */
const REPORTED: ReadonlySet<DueKind | null> = new Set([
  "hold",
  "payout_look",
  "monitoring",
  "operator_decision",
]);
/** What is waited for until somebody has seen the post. */
const AWAITS_LOOK: ReadonlySet<DueKind | null> = new Set([
  "payout_look",
  "operator_decision",
  "removal_decision",
]);

/** Two observations agree that it is not live, or one has seen it live. Does nothing where nothing follows. */
export async function recordPresence(
  tx: Tx,
  { collaboration_id, presence }: { collaboration_id: CollaborationId; presence: Known },
): Promise<void> {
  const row = await lockWatched(tx, collaboration_id);
  if (!row?.paid_submission_id) return;
  if (presence === "live") {
    if (row.due_kind === "removal_cure")
      await transition(tx, SYSTEM, {
        collaboration_id,
        event: "restore_post",
        set: { needs_operator: false },
      });
    else if (AWAITS_LOOK.has(row.due_kind))
      await transition(tx, SYSTEM, { collaboration_id, event: "observe_post", data: { presence } });
    return;
  }
  if (!REPORTED.has(row.due_kind) || (await readLook(tx, row)) === "excused") return;
  // Somebody may have seen it live between the two.
  if (await wasDeniedBefore(tx, row.paid_submission_id, "watch"))
    await transition(tx, SYSTEM, {
      collaboration_id,
      event: "report_removal",
      set: { needs_operator: false },
    });
}

/** No machine can tell whether the post is there: an operator has to look. Does nothing if one is asked already. */
export async function askOperatorToObserve(
  tx: Tx,
  input: { collaboration_id: CollaborationId; reason: Doubt; next_at: string | null },
): Promise<void> {
  const { collaboration_id, reason, next_at } = input;
  const row = await lockWatched(tx, collaboration_id);
  // While the pay only rests, nobody waits for the answer.
  if (!row?.paid_submission_id || row.needs_operator || row.due_kind === "hold") return;
  // Days in which nothing was known; whatever was seen meanwhile, by the machine or an operator, begins them anew.
  const since = await unknownSince(tx, row.paid_submission_id);
  const asked_long = since !== null && since.getTime() <= now().getTime() - ASKED_FOR_MS;
  if (isWorthAskingAgain(reason) && !asked_long) return;
  await transition(tx, SYSTEM, {
    collaboration_id,
    event: "escalate_watch",
    data: { reason, next_at },
    set: { needs_operator: true },
  });
}

/** The machine has seen for itself what an operator was asked while the watch went on. Does nothing if nobody is asked. */
export async function withdrawQuestion(tx: Tx, collaboration_id: CollaborationId): Promise<void> {
  const row = await lockWatched(tx, collaboration_id);
  if (!row?.needs_operator || AWAITS_LOOK.has(row.due_kind)) return;
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
  const gone = presence === "not_live" && REPORTED.has(row?.due_kind ?? null);
  const confirmed = gone && (await wasDeniedBefore(tx, paid.id, "watch"));
  // Their word counts from here on, also for the transition itself.
  await recordOperatorObservation(tx, actor, { submission_id: paid.id, presence, note });
  const moved = await transition(tx, actor, {
    collaboration_id,
    event: "observe_post",
    expected_version,
    data: { presence, note },
    set: { needs_operator: gone && !confirmed },
  });
  if (confirmed || presence === "live") await recordPresence(tx, { collaboration_id, presence });
  return moved;
}

async function lockWatched(tx: Tx, collaboration_id: CollaborationId) {
  const [row] = await tx
    .select({
      id: collaborations.id,
      state: collaborations.state,
      due_kind: collaborations.due_kind,
      needs_operator: collaborations.needs_operator,
      paid_submission_id: collaborations.paid_submission_id,
    })
    .from(collaborations)
    .where(eq(collaborations.id, collaboration_id))
    .for("update");
  return row && isWatched(row.state) ? row : null;
}
