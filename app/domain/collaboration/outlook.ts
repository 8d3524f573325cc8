/**
 * What lies ahead of a collaboration, read from the lifecycle table: who has to act now, what happens when nobody does, and the steps
 * that are left on the usual way. The timeline a person sees is drawn from this, so it cannot disagree with the rules.
 */
import {
  applies,
  type Circumstances,
  LIFECYCLE,
  type MoneyEffect,
  type Transition,
  transitionsFor,
} from "./lifecycle";
import type { ActorKind, CollaborationEvent, CollaborationState } from "./vocabulary";

export type Outlook = {
  /** Who can move things on, apart from stopping them. */
  awaited: ActorKind[];
  /** What the system does when the deadline passes, if one runs. */
  at_deadline: { to: CollaborationState; money: MoneyEffect | null } | null;
  /** The states still to come on the shortest way to the end where everybody delivers. */
  ahead: CollaborationState[];
};

/** Moves that stop a collaboration or prolong a step do not make anybody "awaited". */
const NOT_AWAITED: ReadonlySet<CollaborationEvent> = new Set([
  "cancel",
  "withdraw",
  "decline_invitation",
  "decline_application",
  "decline_slot",
  "extend_slot",
  "extend_content",
  "report_sample",
  "return_sample",
  "close_offer",
  "deadline_elapsed",
  "reject",
  "accept_rejection",
  // An operator may always say what they see, and is waited for only when asked.
  "observe_post",
]);

/** What the machine only records once a person has acted: that person is waited for. */
const BROUGHT_ABOUT_BY: Partial<Record<CollaborationEvent, ActorKind>> = { restore_post: "creator" };

/** What nobody plans for: not a step of the usual way, and nobody is waited for. */
const MISFORTUNES: ReadonlySet<CollaborationEvent> = new Set(["lose_charge", "claw_back"]);

export function outlookOf(state: CollaborationState, facts: Omit<Circumstances, "actor">): Outlook {
  const open = LIFECYCLE.filter((row) => row.from === state && applies(row, facts));
  const awaited = new Set(open.filter((row) => isAwaited(row, facts)).flatMap(actorsOf));
  const deadline = facts.due_kind
    ? transitionsFor(state, "deadline_elapsed").find(
        (row) => row.during === facts.due_kind && applies(row, facts),
      )
    : undefined;
  return {
    awaited: [...awaited],
    at_deadline: deadline ? { to: deadline.to, money: deadline.money ?? null } : null,
    ahead: usualWay(state, facts),
  };
}

/** Whether whoever can make this move is waited for. What both sides could still say does not keep an operator waiting. */
function isAwaited({ event }: Transition, { due_kind }: Omit<Circumstances, "actor">): boolean {
  if (NOT_AWAITED.has(event) || MISFORTUNES.has(event)) return false;
  return event !== "add_statement" || due_kind !== "operator_decision";
}

function actorsOf({ event, by }: Transition): readonly ActorKind[] {
  const person = BROUGHT_ABOUT_BY[event];
  return person ? [person] : by;
}

/** The shortest way from `start` to `completed` under a sample mode, without `start` itself; empty when there is none. */
function usualWay(start: CollaborationState, facts: Omit<Circumstances, "actor">): CollaborationState[] {
  const came_from = new Map<CollaborationState, CollaborationState | null>([[start, null]]);
  const queue: CollaborationState[] = [start];
  // The list grows while it is read.
  for (const state of queue) {
    if (state === "completed") break;
    for (const row of LIFECYCLE) {
      if (row.from !== state || came_from.has(row.to) || MISFORTUNES.has(row.event)) continue;
      if (row.modes && !row.modes.includes(facts.sample_mode)) continue;
      if (!isPlanned(row, start, facts)) continue;
      came_from.set(row.to, state);
      queue.push(row.to);
    }
  }
  const way: CollaborationState[] = [];
  for (
    let at = came_from.has("completed") ? ("completed" as CollaborationState) : null;
    at && at !== start;
    at = came_from.get(at) ?? null
  )
    way.unshift(at);
  return way;
}

/** Nobody plans to cancel, to fail, to quarrel, or to leave it to a deadline or an operator what a post is worth. */
function isPlanned(
  row: Transition,
  start: CollaborationState,
  { cancelled, proof }: Omit<Circumstances, "actor">,
): boolean {
  if (row.event === "cancel" || row.proof || row.hand_ins_used || (row.cancelled && !cancelled)) return false;
  if (row.due === "operator_decision") return false;
  if (row.event === "appeal") return start === "rejected";
  // Without a post there is no fee to be decided for the creator.
  return row.event !== "uphold_appeal" || proof !== "none";
}
