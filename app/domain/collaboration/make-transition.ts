/**
 * Moves that need nothing but the decision itself (and perhaps a word with it): withdrawing, declining, offering a slot,
 * cancelling, extending. Moves that bring something along have a command of their own.
 */
import type { CollaborationId } from "@/app/lib/ids";
import { isReason } from "@/app/lib/reason";
import { Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import type { Actor } from "../actor";
import type { Collaboration } from "./lock";
import { type NamedColumns, transition } from "./transition";

export const PLAIN_EVENTS = [
  "accept_invitation",
  "decline_invitation",
  "offer_slot",
  "decline_application",
  "withdraw",
  "decline_slot",
  "extend_slot",
  "cancel",
  "deliver",
  "report_sample",
  "return_sample",
  "extend_content",
  "appeal",
  "add_statement",
  "uphold_appeal",
  "dismiss_appeal",
  "accept_rejection",
  "reimburse",
  "appeal_removal",
  "excuse_removal",
  "confirm_removal",
  "claw_back",
] as const;
export type PlainEvent = (typeof PLAIN_EVENTS)[number];

const SETS: Partial<Record<PlainEvent, () => Partial<NamedColumns>>> = {
  extend_slot: () => ({ slot_extended: true }),
  extend_content: () => ({ content_extended: true }),
};

export type PlainTransition = {
  collaboration_id: CollaborationId;
  event: PlainEvent;
  note?: string;
  expected_version?: number;
};

/** What is decided about money, or said against a decision, needs a reason. */
const NEEDS_REASON: ReadonlySet<PlainEvent> = new Set([
  "uphold_appeal",
  "dismiss_appeal",
  "reimburse",
  "appeal_removal",
  "excuse_removal",
  "confirm_removal",
  "claw_back",
]);

/** @throws Refusal `reason_missing` · what `transition` refuses */
export async function makeTransition(tx: Tx, actor: Actor, input: PlainTransition): Promise<Collaboration> {
  if (NEEDS_REASON.has(input.event) && !isReason(input.note)) throw new Refusal("reason_missing");
  return transition(tx, actor, {
    collaboration_id: input.collaboration_id,
    event: input.event,
    expected_version: input.expected_version,
    data: input.note ? { note: input.note } : {},
    set: SETS[input.event]?.(),
  });
}
