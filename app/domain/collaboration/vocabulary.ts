/** The words of the lifecycle: states, events, actors and kinds of deadline. The rules between them are in `lifecycle.ts`. */
export const RUNNING_STATES = [
  "invited",
  "applied",
  "slot_offered",
  "agreed",
  "awaiting_sample",
  "in_transit",
  "creating",
  "overdue",
  "cancelling",
  "verifying",
  "in_review",
  "changes_requested",
  "rejected",
  "appealed",
  "approved",
  "awarded",
  "paid",
  "monitoring",
] as const;

export const END_STATES = [
  "completed",
  "declined",
  "withdrawn",
  "expired",
  "cancelled",
  "defaulted",
  "refunded",
  "split",
] as const;

export const COLLABORATION_STATES = [...RUNNING_STATES, ...END_STATES] as const;

export type CollaborationState = (typeof COLLABORATION_STATES)[number];
export type EndState = (typeof END_STATES)[number];

export function isEnd(state: CollaborationState): state is EndState {
  return (END_STATES as readonly string[]).includes(state);
}

/** Who can make a move. `system` is a job of ours: a deadline that passed, a verdict, a webhook that was believed. */
export const ACTOR_KINDS = ["creator", "brand", "operator", "system"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const EVENTS = [
  "accept_invitation",
  "decline_invitation",
  "offer_slot",
  "decline_application",
  "withdraw",
  "accept_slot",
  "decline_slot",
  "extend_slot",
  "begin",
  "cancel",
  "ship",
  "enter_order",
  "issue_code",
  "reship",
  "deliver",
  "report_sample",
  "return_sample",
  "extend_content",
  "submit",
  "pass_verification",
  "fail_verification",
  "escalate_verification",
  "approve",
  "request_changes",
  "reject",
  "accept_rejection",
  "appeal",
  "uphold_appeal",
  "split_appeal",
  "dismiss_appeal",
  "reimburse",
  "add_statement",
  "settle_transfer",
  "request_look",
  "escalate_watch",
  "observe_post",
  "report_removal",
  "restore_post",
  "appeal_removal",
  "excuse_removal",
  "confirm_removal",
  "close_offer",
  "lose_charge",
  "claw_back",
  "deadline_elapsed",
] as const;
export type CollaborationEvent = (typeof EVENTS)[number];

/** What a deadline stands for; a person reads it as "… until", a job as what to do when it has passed. */
export const DUE_KINDS = [
  "invitation",
  "application",
  "slot",
  "ship",
  "ship_grace",
  "ship_late",
  "order",
  "transit",
  "transit_late",
  "content",
  "overdue",
  "last_hand_in",
  "verification",
  "cure",
  "review",
  "changes",
  "appeal",
  "statements",
  "decision",
  "operator_decision",
  "hold",
  "payout_look",
  "monitoring_start",
  "monitoring",
  "removal_cure",
  "removal_decision",
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/**
 * What is known of the posts that were handed in, at its best: one passed in any round · the latest is being checked, or waits for an
 * operator · the latest failed · there is none.
 */
export const PROOFS = ["passed", "open", "failed", "none"] as const;
export type Proof = (typeof PROOFS)[number];

/**
 * What is known of the post that is paid for: somebody saw it there within the last day · the latest who could see it did not · neither · it is
 * gone, and an operator has decided since that it is paid nonetheless · nothing was handed in.
 */
export const LOOKS = ["live", "gone", "unknown", "excused", "no_post"] as const;
export type Look = (typeof LOOKS)[number];

/** Hand-ins that may fail before a round is over. A round that the brand asks for has as many of its own. */
export const HAND_INS = 3;
