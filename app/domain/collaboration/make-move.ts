/**
 * Moves that need nothing but the decision itself (and perhaps a word with it): withdrawing, declining, offering a slot,
 * cancelling, extending. Moves that bring something along have a command of their own.
 */
import type { Tx } from "@/db/client";
import type { Actor } from "../actor";
import type { Collaboration } from "./lock";
import { move, type NamedColumns } from "./move";

export const PLAIN_EVENTS = [
  "accept_invitation",
  "decline_invitation",
  "offer_slot",
  "decline_application",
  "withdraw",
  "decline_offer",
  "extend_offer",
  "cancel",
  "deliver",
  "report_sample",
  "return_sample",
  "extend_content",
  "contest",
  "add_evidence",
  "release_dispute",
  "refund_dispute",
  "claw_back",
] as const;
export type PlainEvent = (typeof PLAIN_EVENTS)[number];

const SETS: Partial<Record<PlainEvent, () => Partial<NamedColumns>>> = {
  extend_offer: () => ({ offer_extended: true }),
  extend_content: () => ({ content_extended: true }),
};

export type PlainMove = {
  collaboration_id: string;
  event: PlainEvent;
  note?: string;
  expected_version?: number;
};

export function makeMove(tx: Tx, actor: Actor, input: PlainMove): Promise<Collaboration> {
  return move(tx, actor, {
    collaboration_id: input.collaboration_id,
    event: input.event,
    expected_version: input.expected_version,
    data: input.note ? { note: input.note } : {},
    set: SETS[input.event]?.(),
  });
}
