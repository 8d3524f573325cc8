/**
 * The one way in which a collaboration changes state: lock, choose the row of the table, judge its guards, change, move the
 * money, write the event, say so in the outbox. Everything in the caller's transaction.
 */

import { and, eq } from "drizzle-orm";
import { DAY_MS, now } from "@/app/lib/clock";
import { env } from "@/app/lib/env";
import type { CollaborationId } from "@/app/lib/ids";
import { forbidden } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { collaboration_events, collaborations } from "@/db/schema/collaboration";
import { type Actor, SYSTEM, userIdOf } from "../actor";
import { emit } from "../outbox/emit";
import { readHold } from "../risk/read-hold";
import { applyMoneyEffect } from "./apply-money-effect";
import { readCircumstances } from "./circumstances";
import { dueAt } from "./deadlines";
import { checkGuards } from "./guards";
import { choose, type Transition } from "./lifecycle";
import { type Collaboration, type Locked, lockCollaboration } from "./lock";
import { staleState } from "./stale-state";
import { takeStrike } from "./take-strike";
import { type CollaborationEvent, type DueKind, isEnd } from "./vocabulary";

/** What a rule may bring along. State, deadline, money and people change by the table and by what money does, never from here. */
export type NamedColumns = Pick<
  Collaboration,
  | "agreed_at"
  | "slot_extended"
  | "content_extended"
  | "order_number"
  | "issued_code"
  | "delivered_at"
  | "needs_operator"
  | "paid_at"
>;

export type TransitionInput = {
  collaboration_id: CollaborationId;
  event: CollaborationEvent;
  /** What the person said or the world reported; kept in the event's row and shown on the timeline. */
  data?: Record<string, unknown>;
  /** Columns that change with this move, e.g. the order number. */
  set?: Partial<NamedColumns>;
  /** Refuse when the row has moved since the caller looked (stale forms, sleeping jobs). */
  expected_version?: number;
  /** For a split: what the creator gets of the fee, in minor units. */
  creator_fee_minor?: number;
};

/**
 * @returns the collaboration after the move (and after what follows from it at once)
 * @throws Refusal 404 (not the actor's) · 403 (not for this side) · 409 `stale_state` (the world has changed) · a guard's code
 */
export async function transition(tx: Tx, actor: Actor, input: TransitionInput): Promise<Collaboration> {
  const locked = await lockCollaboration(tx, actor, input.collaboration_id, input.event);
  const { row } = locked;
  if (input.expected_version !== undefined && input.expected_version !== row.version)
    throw await staleState(tx, row);
  const facts = await readCircumstances(tx, row);
  const choice = choose(row.state, input.event, { ...facts, actor: actor.kind });
  if (choice.kind === "stale") throw await staleState(tx, row);
  if (choice.kind === "wrong_actor" || (actor.kind === "brand" && actor.role === "viewer")) throw forbidden();
  const { transition: rule } = choice;
  await checkGuards(tx, rule.guards ?? [], { ...locked, facts, data: input.data ?? {} });

  const changed = await change(tx, actor, locked, rule, input);
  const { row: moved, nothing_to_send } = await applyMoneyEffect(
    tx,
    { ...locked, row: changed },
    rule,
    input.creator_fee_minor,
  );
  await takeStrike(tx, row, rule);
  await record(tx, actor, row, moved, rule, input);
  // An agreement moves on at once to the sample step, for which nobody has to do anything.
  if (moved.state === "agreed") return transition(tx, SYSTEM, { collaboration_id: row.id, event: "begin" });
  if (nothing_to_send)
    return transition(tx, SYSTEM, {
      collaboration_id: row.id,
      event: "settle_transfer",
      data: { recovered_minor: nothing_to_send.recovered_minor },
      set: moved.state === "approved" ? { paid_at: now() } : {},
    });
  return moved;
}

async function change(
  tx: Tx,
  actor: Actor,
  locked: Locked,
  rule: Transition,
  input: TransitionInput,
): Promise<Collaboration> {
  const { row } = locked;
  const at = now();
  const cancelled_at = input.event === "cancel" && actor.kind === "brand" ? at : row.cancelled_at;
  const hold = await holdOf(tx, row, rule, at);
  const due = nextDue({ ...locked, row: { ...row, ...hold, cancelled_at } }, rule, at);
  const [changed] = await tx
    .update(collaborations)
    .set({
      ...input.set,
      state: rule.to,
      version: row.version + 1,
      entered_at: rule.to === row.state ? row.entered_at : at,
      due_at: due.at,
      due_kind: due.kind,
      content_due_at: due.kind === "content" ? due.at : row.content_due_at,
      cancelled_at,
      ...hold,
      approved_at: rule.to === "approved" ? (row.approved_at ?? at) : row.approved_at,
      ended_at: isEnd(rule.to) ? at : null,
      ...(isForOperator(due.kind) ? { needs_operator: true } : {}),
      // Where the deadline is no operator's any more, nobody asks for one; what has ended asks nobody anything.
      ...(isEnd(rule.to) || (isForOperator(row.due_kind) && !isForOperator(due.kind))
        ? { needs_operator: false }
        : {}),
    })
    .where(and(eq(collaborations.id, row.id), eq(collaborations.version, row.version)))
    .returning();
  if (!changed) throw new Error(`Collaboration ${row.id} changed under its lock`);
  return changed;
}

function isForOperator(kind: DueKind | null): boolean {
  return kind === "operator_decision" || kind === "removal_decision";
}

/** Until when the pay rests, and why: fixed when it is decided, whatever is found of the post afterwards. */
async function holdOf(tx: Tx, row: Collaboration, { due }: Transition, at: Date) {
  const { hold_reason, hold_until } = row;
  if (due !== "hold" || hold_until) return { hold_reason, hold_until };
  const reason = await readHold(tx, row);
  const days = reason ? env.RISK_HOLD_DAYS : 0;
  return { hold_reason: reason, hold_until: new Date(at.getTime() + days * DAY_MS) };
}

function nextDue(locked: Locked, { due, event }: Transition, at: Date) {
  const { row } = locked;
  if (!due) return { kind: null, at: null };
  if (due === "keep") return { kind: row.due_kind, at: row.due_at };
  return {
    kind: due,
    at: dueAt(due, {
      policy: row.policy,
      now: at,
      time_zone: locked.brand.time_zone,
      cross_border: locked.creator.country !== locked.offer.marketplace_country,
      hold_until: row.hold_until,
      content_due_at: event === "extend_content" || due === "cure" ? row.content_due_at : null,
      cancelled_at: row.cancelled_at,
      paid_at: row.paid_at,
    }),
  };
}

async function record(
  tx: Tx,
  actor: Actor,
  before: Collaboration,
  after: Collaboration,
  rule: Transition,
  input: TransitionInput,
): Promise<void> {
  const at = now();
  const [event] = await tx
    .insert(collaboration_events)
    .values({
      collaboration_id: after.id,
      event: input.event,
      from_state: before.state,
      to_state: after.state,
      actor_kind: actor.kind,
      actor_user_id: userIdOf(actor),
      // Which deadline had run and which one runs now belongs to the story as much as the states do.
      data: {
        ...input.data,
        due_was: before.due_kind,
        due_kind: after.due_kind,
        due_at: after.due_at?.toISOString() ?? null,
      },
      at,
    })
    .returning({ id: collaboration_events.id });
  if (!event) throw new Error(`The event of collaboration ${after.id} was not written`);
  await emit(tx, "collaboration/transitioned", {
    collaboration_id: after.id,
    event_id: event.id,
    event: input.event,
    from: before.state,
    to: after.state,
    due_was: before.due_kind,
    due_kind: after.due_kind,
    notify: [...rule.notify],
    at: at.toISOString(),
  });
  if (after.due_at && after.due_kind && rule.due !== "keep")
    await emit(tx, "collaboration/deadline.set", {
      collaboration_id: after.id,
      version: after.version,
      due_kind: after.due_kind,
      due_at: after.due_at.toISOString(),
    });
}
