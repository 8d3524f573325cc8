/**
 * The lifecycle of a collaboration as one table: in which state who may do what, where that leads, what it does to the money,
 * which deadline begins, who is told and who takes a strike. Commands, jobs, the timeline, the diagram in `docs/` and the tests
 * all read this table; a rule that is not here does not exist. docs/lifecycle.md is written from it.
 *
 * Rows of one (state, event) are tried in order; the first whose conditions hold is taken.
 */
import type { SampleMode } from "@/app/domain/offer/vocabulary";
import type { StrikeKind } from "@/app/domain/standing/vocabulary";
import type { ActorKind, CollaborationEvent, CollaborationState, DueKind, Look, Proof } from "./vocabulary";

/**
 * hold: budget → held · void: held → budget · release: held → creator, less what is kept back · split: a share each · reimburse: back
 * to the budget, except what the sample cost · transfer: send what is owed · reverse_release: what was to be paid and was never sent goes
 * back to the budget · release_holdback: the rest, for a post that stayed up · claw_back: what was kept back returns, what was paid is owed back
 */
export type MoneyEffect =
  | "hold"
  | "void"
  | "release"
  | "split"
  | "reimburse"
  | "transfer"
  | "reverse_release"
  | "release_holdback"
  | "claw_back";
export type Side = "brand" | "creator";

/** Named conditions, evaluated on the locked row (`guards.ts`); a row whose guard fails refuses with the guard's own code. */
export type Guard =
  | "slot_free"
  | "creator_in_good_standing"
  | "brand_in_good_standing"
  | "slot_not_extended"
  | "content_not_extended"
  | "revisions_left"
  | "verified"
  | "clause_unchecked"
  | "not_cancelled"
  | "parcel_late"
  | "own_post";

/** Judged before the strike is recorded (`take-strike.ts`). */
export type StrikeCondition = "disclosure_missing" | "rejected";
export type StrikeRule = {
  who: Side;
  kind: StrikeKind;
  /** Only the n-th such move counts, within the time in which strikes decay. */
  once_in?: number;
  if?: StrikeCondition;
};

export type Transition = {
  from: CollaborationState;
  event: CollaborationEvent;
  by: readonly ActorKind[];
  to: CollaborationState;
  /** Only for these sample modes. */
  modes?: readonly SampleMode[];
  /** Only while this deadline runs (for `deadline_elapsed`: the deadline that has passed). */
  during?: DueKind;
  /** In an appeal: only when this side has said nothing. */
  silent?: Side;
  /** Only when this is the best that is known of the posts handed in. */
  proof?: readonly Proof[];
  /** Only when the brand's last complaint cites a clause that the machine checked (or, `unchecked`, one that only people can see). */
  clause?: "checked" | "unchecked";
  /** Only when no hand-in of this round is left. */
  hand_ins_used?: true;
  /** Only when this is known of the post that is paid for. */
  look?: readonly Look[];
  /** Only when a part of the fee is kept back. */
  holdback?: true;
  /** Only when the brand has cancelled, and what was published before may still be handed in. */
  cancelled?: true;
  guards?: readonly Guard[];
  money?: MoneyEffect;
  /** The deadline that begins; `keep` leaves the running one; absent: none. */
  due?: DueKind | "keep";
  notify: readonly Side[];
  strike?: StrikeRule;
};

const BOTH = ["brand", "creator"] as const;
const BRAND = ["brand"] as const;
const CREATOR = ["creator"] as const;
const OPERATOR = ["operator"] as const;
const SYSTEM = ["system"] as const;
const MACHINE_OR_OPERATOR = ["system", "operator"] as const;
const NOBODY = [] as const;
/** Nothing of the post stands in the way of the pay. */
const SEEN = ["live", "excused", "no_post"] as const;

// biome-ignore format: a table is read by its rows
export const LIFECYCLE: readonly Transition[] = [
  { from: "invited", event: "accept_invitation", by: CREATOR, to: "slot_offered", guards: ["creator_in_good_standing", "brand_in_good_standing"], due: "slot", notify: BRAND },
  { from: "invited", event: "decline_invitation", by: CREATOR, to: "declined", notify: BRAND },
  { from: "invited", event: "cancel", by: BRAND, to: "cancelled", notify: CREATOR },
  { from: "invited", event: "close_offer", by: SYSTEM, to: "expired", notify: CREATOR },
  { from: "invited", event: "deadline_elapsed", during: "invitation", by: SYSTEM, to: "expired", notify: BRAND },

  { from: "applied", event: "offer_slot", by: BRAND, to: "slot_offered", guards: ["slot_free", "creator_in_good_standing", "brand_in_good_standing"], due: "slot", notify: CREATOR },
  { from: "applied", event: "decline_application", by: BRAND, to: "declined", notify: CREATOR },
  { from: "applied", event: "withdraw", by: CREATOR, to: "withdrawn", notify: NOBODY },
  { from: "applied", event: "close_offer", by: SYSTEM, to: "expired", notify: CREATOR },
  { from: "applied", event: "deadline_elapsed", during: "application", by: SYSTEM, to: "expired", notify: CREATOR },

  { from: "slot_offered", event: "accept_slot", by: CREATOR, to: "agreed", guards: ["creator_in_good_standing", "brand_in_good_standing", "slot_free"], money: "hold", notify: BOTH },
  { from: "slot_offered", event: "decline_slot", by: CREATOR, to: "declined", notify: BRAND },
  { from: "slot_offered", event: "extend_slot", by: CREATOR, to: "slot_offered", guards: ["slot_not_extended"], due: "slot", notify: BRAND },
  { from: "slot_offered", event: "cancel", by: BRAND, to: "cancelled", notify: CREATOR },
  { from: "slot_offered", event: "close_offer", by: SYSTEM, to: "expired", notify: CREATOR },
  { from: "slot_offered", event: "deadline_elapsed", during: "slot", by: SYSTEM, to: "expired", notify: BOTH },

  { from: "agreed", event: "begin", by: SYSTEM, modes: ["none"], to: "creating", due: "content", notify: NOBODY },
  { from: "agreed", event: "begin", by: SYSTEM, modes: ["purchase"], to: "awaiting_sample", due: "order", notify: NOBODY },
  { from: "agreed", event: "begin", by: SYSTEM, modes: ["shipped", "code"], to: "awaiting_sample", due: "ship", notify: NOBODY },
  { from: "agreed", event: "cancel", by: BOTH, to: "cancelled", money: "void", notify: BOTH },

  { from: "awaiting_sample", event: "ship", by: BRAND, modes: ["shipped"], to: "in_transit", due: "transit", notify: CREATOR },
  { from: "awaiting_sample", event: "enter_order", by: CREATOR, modes: ["purchase"], to: "in_transit", due: "transit", notify: BRAND },
  { from: "awaiting_sample", event: "issue_code", by: BRAND, modes: ["code"], to: "creating", due: "content", notify: CREATOR },
  { from: "awaiting_sample", event: "cancel", during: "ship_late", by: CREATOR, to: "cancelled", money: "void", notify: BOTH, strike: { who: "brand", kind: "did_not_ship" } },
  { from: "awaiting_sample", event: "cancel", by: BOTH, to: "cancelled", money: "void", notify: BOTH },
  { from: "awaiting_sample", event: "deadline_elapsed", during: "ship", by: SYSTEM, to: "awaiting_sample", due: "ship_grace", notify: BRAND },
  { from: "awaiting_sample", event: "deadline_elapsed", during: "ship_grace", by: SYSTEM, to: "awaiting_sample", due: "ship_late", notify: BOTH },
  { from: "awaiting_sample", event: "deadline_elapsed", during: "ship_late", by: SYSTEM, to: "cancelled", money: "void", notify: BOTH, strike: { who: "brand", kind: "did_not_ship" } },
  { from: "awaiting_sample", event: "deadline_elapsed", during: "order", by: SYSTEM, to: "cancelled", money: "void", notify: BOTH },

  { from: "in_transit", event: "deliver", by: ["system", "creator"], to: "creating", due: "content", notify: CREATOR },
  { from: "in_transit", event: "reship", by: BRAND, modes: ["shipped"], to: "in_transit", due: "transit", notify: CREATOR },
  { from: "in_transit", event: "cancel", by: BRAND, guards: ["parcel_late"], to: "cancelled", money: "void", notify: BOTH },
  { from: "in_transit", event: "deadline_elapsed", during: "transit", by: SYSTEM, to: "in_transit", due: "transit_late", notify: BOTH },
  { from: "in_transit", event: "deadline_elapsed", during: "transit_late", by: SYSTEM, to: "cancelled", money: "void", notify: BOTH },

  { from: "creating", event: "submit", by: CREATOR, to: "verifying", due: "verification", notify: NOBODY },
  { from: "creating", event: "report_sample", by: CREATOR, modes: ["shipped"], to: "awaiting_sample", due: "ship", notify: BRAND },
  { from: "creating", event: "extend_content", by: CREATOR, guards: ["content_not_extended"], to: "creating", due: "content", notify: BRAND },
  { from: "creating", event: "return_sample", by: CREATOR, to: "cancelled", money: "void", notify: BOTH },
  // A post can be live before its link is handed in: a brand that watches the channel shall not cancel its way out of paying.
  { from: "creating", event: "cancel", by: BRAND, to: "cancelling", due: "last_hand_in", notify: BOTH },
  { from: "creating", event: "deadline_elapsed", during: "content", by: SYSTEM, to: "overdue", due: "overdue", notify: BOTH },

  { from: "overdue", event: "submit", by: CREATOR, to: "verifying", due: "verification", notify: NOBODY },
  { from: "overdue", event: "cancel", by: BRAND, to: "cancelling", due: "last_hand_in", notify: BOTH },
  { from: "overdue", event: "deadline_elapsed", during: "overdue", by: SYSTEM, to: "defaulted", money: "void", notify: BOTH, strike: { who: "creator", kind: "ghosted" } },

  { from: "cancelling", event: "submit", by: CREATOR, to: "verifying", due: "verification", notify: NOBODY },
  // What the creator bought is theirs to be paid back when the brand ends it, if an operator confirms the purchase.
  { from: "cancelling", event: "deadline_elapsed", during: "last_hand_in", modes: ["purchase"], by: SYSTEM, to: "appealed", due: "operator_decision", notify: BOTH },
  { from: "cancelling", event: "deadline_elapsed", during: "last_hand_in", by: SYSTEM, to: "cancelled", money: "void", notify: BOTH },

  { from: "verifying", event: "pass_verification", by: MACHINE_OR_OPERATOR, to: "in_review", due: "review", notify: BOTH },
  { from: "verifying", event: "fail_verification", hand_ins_used: true, proof: ["passed"], clause: "checked", by: MACHINE_OR_OPERATOR, to: "approved", money: "release", due: "hold", notify: BOTH },
  { from: "verifying", event: "fail_verification", hand_ins_used: true, proof: ["passed"], by: MACHINE_OR_OPERATOR, to: "appealed", due: "operator_decision", notify: BOTH },
  { from: "verifying", event: "fail_verification", hand_ins_used: true, by: MACHINE_OR_OPERATOR, to: "defaulted", money: "void", notify: BOTH, strike: { who: "creator", kind: "disclosure_not_cured", if: "disclosure_missing" } },
  { from: "verifying", event: "fail_verification", cancelled: true, by: MACHINE_OR_OPERATOR, to: "cancelling", due: "last_hand_in", notify: CREATOR },
  { from: "verifying", event: "fail_verification", by: MACHINE_OR_OPERATOR, to: "verifying", due: "cure", notify: CREATOR },
  { from: "verifying", event: "escalate_verification", by: SYSTEM, to: "verifying", due: "operator_decision", notify: CREATOR },
  { from: "verifying", event: "submit", during: "cure", by: CREATOR, to: "verifying", due: "verification", notify: NOBODY },
  { from: "verifying", event: "cancel", during: "cure", by: CREATOR, to: "cancelled", money: "void", notify: BOTH },
  { from: "verifying", event: "cancel", proof: ["passed"], by: BRAND, to: "approved", money: "release", due: "hold", notify: BOTH },
  { from: "verifying", event: "cancel", proof: ["failed"], by: BRAND, to: "cancelling", due: "last_hand_in", notify: BOTH },
  // The check goes on: it decides what the brand owes.
  { from: "verifying", event: "cancel", by: BRAND, guards: ["not_cancelled"], to: "verifying", due: "keep", notify: BOTH },
  { from: "verifying", event: "deadline_elapsed", during: "verification", by: SYSTEM, to: "verifying", due: "operator_decision", notify: CREATOR },
  { from: "verifying", event: "deadline_elapsed", during: "cure", proof: ["passed"], clause: "checked", by: SYSTEM, to: "approved", money: "release", due: "hold", notify: BOTH },
  { from: "verifying", event: "deadline_elapsed", during: "cure", proof: ["passed"], by: SYSTEM, to: "appealed", due: "operator_decision", notify: BOTH },
  { from: "verifying", event: "deadline_elapsed", during: "cure", by: SYSTEM, to: "overdue", due: "overdue", notify: BOTH, strike: { who: "creator", kind: "disclosure_not_cured", if: "disclosure_missing" } },
  { from: "verifying", event: "deadline_elapsed", during: "operator_decision", proof: ["passed"], by: SYSTEM, to: "approved", money: "release", due: "hold", notify: BOTH },
  { from: "verifying", event: "deadline_elapsed", during: "operator_decision", modes: ["purchase"], cancelled: true, by: SYSTEM, to: "appealed", due: "operator_decision", notify: BOTH },
  { from: "verifying", event: "deadline_elapsed", during: "operator_decision", by: SYSTEM, to: "refunded", money: "void", notify: BOTH },

  { from: "in_review", event: "approve", by: BRAND, guards: ["verified"], to: "approved", money: "release", due: "hold", notify: BOTH },
  { from: "in_review", event: "request_changes", by: BRAND, guards: ["revisions_left"], to: "changes_requested", due: "changes", notify: CREATOR },
  { from: "in_review", event: "reject", by: BRAND, guards: ["clause_unchecked"], to: "rejected", due: "appeal", notify: CREATOR },
  { from: "in_review", event: "deadline_elapsed", during: "review", proof: ["passed"], by: SYSTEM, to: "approved", money: "release", due: "hold", notify: BOTH, strike: { who: "brand", kind: "silent_approvals", once_in: 3 } },
  // Silence approves only what is verified.
  { from: "in_review", event: "deadline_elapsed", during: "review", by: SYSTEM, to: "in_review", due: "operator_decision", notify: NOBODY },
  { from: "in_review", event: "deadline_elapsed", during: "operator_decision", proof: ["passed"], by: SYSTEM, to: "approved", money: "release", due: "hold", notify: BOTH },
  { from: "in_review", event: "deadline_elapsed", during: "operator_decision", by: SYSTEM, to: "refunded", money: "void", notify: BOTH },

  { from: "changes_requested", event: "submit", by: CREATOR, to: "verifying", due: "verification", notify: NOBODY },
  // The post was proven before changes were asked for: who stops now pays all of it.
  { from: "changes_requested", event: "cancel", by: BRAND, guards: ["verified"], to: "approved", money: "release", due: "hold", notify: BOTH },
  { from: "changes_requested", event: "cancel", by: CREATOR, to: "cancelled", money: "void", notify: BOTH },
  { from: "changes_requested", event: "appeal", by: CREATOR, to: "appealed", due: "statements", notify: BOTH },
  { from: "changes_requested", event: "deadline_elapsed", during: "changes", proof: ["passed"], clause: "checked", by: SYSTEM, to: "approved", money: "release", due: "hold", notify: BOTH },
  { from: "changes_requested", event: "deadline_elapsed", during: "changes", by: SYSTEM, to: "appealed", due: "operator_decision", notify: BOTH },

  { from: "rejected", event: "appeal", by: CREATOR, to: "appealed", due: "statements", notify: BOTH },
  { from: "rejected", event: "accept_rejection", by: CREATOR, to: "refunded", money: "void", notify: BOTH },
  { from: "rejected", event: "deadline_elapsed", during: "appeal", by: SYSTEM, to: "appealed", due: "operator_decision", notify: BOTH },

  { from: "appealed", event: "add_statement", by: BOTH, to: "appealed", due: "keep", notify: BOTH },
  { from: "appealed", event: "uphold_appeal", proof: ["passed", "open", "failed"], by: OPERATOR, guards: ["own_post"], to: "approved", money: "release", due: "hold", notify: BOTH, strike: { who: "brand", kind: "rejection_overturned", if: "rejected" } },
  { from: "appealed", event: "split_appeal", by: OPERATOR, to: "awarded", money: "split", due: "hold", notify: BOTH },
  { from: "appealed", event: "dismiss_appeal", by: OPERATOR, to: "refunded", money: "void", notify: BOTH },
  { from: "appealed", event: "reimburse", modes: ["purchase"], cancelled: true, by: OPERATOR, to: "awarded", money: "reimburse", due: "hold", notify: BOTH },
  { from: "appealed", event: "deadline_elapsed", during: "statements", by: SYSTEM, to: "appealed", due: "decision", notify: NOBODY },
  { from: "appealed", event: "deadline_elapsed", during: "decision", silent: "brand", proof: ["passed"], by: SYSTEM, to: "approved", money: "release", due: "hold", notify: BOTH, strike: { who: "brand", kind: "rejection_overturned", if: "rejected" } },
  { from: "appealed", event: "deadline_elapsed", during: "decision", by: SYSTEM, to: "appealed", due: "operator_decision", notify: NOBODY },
  { from: "appealed", event: "deadline_elapsed", during: "operator_decision", proof: ["passed"], by: SYSTEM, to: "approved", money: "release", due: "hold", notify: BOTH },
  { from: "appealed", event: "deadline_elapsed", during: "operator_decision", by: SYSTEM, to: "refunded", money: "void", notify: BOTH },

  // Wherever a post is looked at. A transfer had to wait, and what was seen is older than a day; or the post is gone, or nobody can see it.
  ...(["approved", "awarded", "monitoring"] as const).flatMap((from) => [
    { from, event: "request_look", by: SYSTEM, to: from, due: "payout_look", notify: NOBODY },
    { from, event: "deadline_elapsed", during: "payout_look", by: SYSTEM, to: from, due: "operator_decision", notify: CREATOR },
    { from, event: "escalate_watch", during: "payout_look", by: SYSTEM, to: from, due: "operator_decision", notify: CREATOR },
    { from, event: "report_removal", during: "payout_look", by: SYSTEM, to: from, due: "removal_cure", notify: BOTH },
    { from, event: "report_removal", during: "operator_decision", by: SYSTEM, to: from, due: "removal_cure", notify: BOTH },
    { from, event: "appeal_removal", during: "removal_cure", by: CREATOR, to: from, due: "removal_decision", notify: BRAND },
  ] as const satisfies readonly Transition[]),

  { from: "approved", event: "settle_transfer", by: SYSTEM, to: "paid", due: "monitoring_start", notify: BOTH },
  // An operator gave a share of the fee, or what the sample cost: that is all there is to pay.
  { from: "awarded", event: "settle_transfer", cancelled: true, by: SYSTEM, to: "cancelled", notify: BOTH },
  { from: "awarded", event: "settle_transfer", by: SYSTEM, to: "split", notify: BOTH },
  // What is to be paid rests, and goes out only while somebody has seen the post within a day.
  ...(["approved", "awarded"] as const).flatMap((from) => [
    { from, event: "deadline_elapsed", during: "hold", look: SEEN, by: SYSTEM, to: from, money: "transfer", notify: NOBODY },
    { from, event: "deadline_elapsed", during: "hold", by: SYSTEM, to: from, due: "payout_look", notify: NOBODY },
    { from, event: "observe_post", look: SEEN, by: MACHINE_OR_OPERATOR, to: from, due: "hold", notify: NOBODY },
    { from, event: "observe_post", by: OPERATOR, to: from, due: "keep", notify: NOBODY },
    { from, event: "report_removal", during: "hold", by: SYSTEM, to: from, due: "removal_cure", notify: BOTH },
    { from, event: "restore_post", during: "removal_cure", by: SYSTEM, to: from, due: "hold", notify: BOTH },
    { from, event: "excuse_removal", during: "removal_decision", by: OPERATOR, to: from, due: "hold", notify: BOTH },
    { from, event: "confirm_removal", during: "removal_decision", by: OPERATOR, to: "refunded", money: "reverse_release", notify: BOTH, strike: { who: "creator", kind: "taken_down_early" } },
    { from, event: "deadline_elapsed", during: "removal_cure", look: ["gone"], by: SYSTEM, to: "refunded", money: "reverse_release", notify: BOTH, strike: { who: "creator", kind: "taken_down_early" } },
    { from, event: "deadline_elapsed", during: "removal_cure", by: SYSTEM, to: from, due: "operator_decision", notify: CREATOR },
    // Gone outranks every pass; whoever took it down.
    { from, event: "deadline_elapsed", during: "removal_decision", look: ["gone"], by: SYSTEM, to: "refunded", money: "reverse_release", notify: BOTH },
    { from, event: "deadline_elapsed", during: "removal_decision", by: SYSTEM, to: from, due: "payout_look", notify: NOBODY },
    // Nobody knows, and no rule may guess: the operator is asked again.
    { from, event: "deadline_elapsed", during: "operator_decision", look: SEEN, by: SYSTEM, to: from, due: "hold", notify: NOBODY },
    { from, event: "deadline_elapsed", during: "operator_decision", by: SYSTEM, to: from, due: "operator_decision", notify: NOBODY },
    { from, event: "lose_charge", by: SYSTEM, to: "cancelled", money: "reverse_release", notify: BOTH },
  ] as const satisfies readonly Transition[]),

  { from: "paid", event: "deadline_elapsed", during: "monitoring_start", by: SYSTEM, to: "monitoring", due: "monitoring", notify: NOBODY },
  { from: "monitoring", event: "deadline_elapsed", during: "monitoring", holdback: true, look: SEEN, by: SYSTEM, to: "monitoring", money: "release_holdback", notify: NOBODY },
  { from: "monitoring", event: "deadline_elapsed", during: "monitoring", holdback: true, by: SYSTEM, to: "monitoring", due: "payout_look", notify: NOBODY },
  { from: "monitoring", event: "deadline_elapsed", during: "monitoring", by: SYSTEM, to: "completed", notify: BOTH },
  { from: "monitoring", event: "settle_transfer", by: SYSTEM, to: "completed", notify: BOTH },
  // No machine can tell whether the post is there: an operator looks. While nothing waits for the answer, neither moves the deadline.
  { from: "monitoring", event: "escalate_watch", by: SYSTEM, to: "monitoring", due: "keep", notify: NOBODY },
  { from: "monitoring", event: "observe_post", during: "payout_look", look: SEEN, by: MACHINE_OR_OPERATOR, to: "monitoring", due: "monitoring", notify: NOBODY },
  { from: "monitoring", event: "observe_post", during: "operator_decision", look: SEEN, by: MACHINE_OR_OPERATOR, to: "monitoring", due: "monitoring", notify: NOBODY },
  { from: "monitoring", event: "observe_post", during: "removal_decision", look: SEEN, by: MACHINE_OR_OPERATOR, to: "monitoring", due: "monitoring", notify: NOBODY },
  { from: "monitoring", event: "observe_post", by: MACHINE_OR_OPERATOR, to: "monitoring", due: "keep", notify: NOBODY },
  { from: "monitoring", event: "report_removal", during: "monitoring", by: SYSTEM, to: "monitoring", due: "removal_cure", notify: BOTH },
  { from: "monitoring", event: "restore_post", during: "removal_cure", by: SYSTEM, to: "monitoring", due: "monitoring", notify: BOTH },
  { from: "monitoring", event: "excuse_removal", during: "removal_decision", by: OPERATOR, to: "monitoring", due: "monitoring", notify: BOTH },
  { from: "monitoring", event: "confirm_removal", during: "removal_decision", by: OPERATOR, to: "completed", money: "claw_back", notify: BOTH, strike: { who: "creator", kind: "taken_down_early" } },
  { from: "monitoring", event: "deadline_elapsed", during: "removal_cure", look: ["gone"], by: SYSTEM, to: "completed", money: "claw_back", notify: BOTH, strike: { who: "creator", kind: "taken_down_early" } },
  { from: "monitoring", event: "deadline_elapsed", during: "removal_cure", by: SYSTEM, to: "monitoring", due: "operator_decision", notify: CREATOR },
  { from: "monitoring", event: "deadline_elapsed", during: "removal_decision", look: ["gone"], by: SYSTEM, to: "completed", money: "claw_back", notify: BOTH },
  { from: "monitoring", event: "deadline_elapsed", during: "removal_decision", by: SYSTEM, to: "monitoring", due: "monitoring", notify: NOBODY },
  { from: "monitoring", event: "deadline_elapsed", during: "operator_decision", look: SEEN, by: SYSTEM, to: "monitoring", due: "monitoring", notify: NOBODY },
  { from: "monitoring", event: "deadline_elapsed", during: "operator_decision", holdback: true, by: SYSTEM, to: "monitoring", due: "operator_decision", notify: NOBODY },
  // Paid already, and nobody has seen it gone: nothing is asked back.
  { from: "monitoring", event: "deadline_elapsed", during: "operator_decision", by: SYSTEM, to: "monitoring", due: "monitoring", notify: NOBODY },

  // A fraud that comes to light after the pay.
  { from: "paid", event: "claw_back", by: OPERATOR, to: "completed", money: "claw_back", notify: BOTH },
  { from: "monitoring", event: "claw_back", by: OPERATOR, to: "completed", money: "claw_back", notify: BOTH },

  // The cardholder's bank has taken the charge back: what nobody has been paid from it yet cannot be.
  ...(["agreed", "awaiting_sample", "in_transit", "creating", "overdue", "cancelling", "verifying", "in_review", "changes_requested", "rejected", "appealed"] as const).map(
    (from) => ({ from, event: "lose_charge", by: SYSTEM, to: "cancelled", money: "void", notify: BOTH }) as const,
  ),
];

const BY_STATE_AND_EVENT = new Map<string, Transition[]>();
for (const row of LIFECYCLE) {
  const key = `${row.from} ${row.event}`;
  BY_STATE_AND_EVENT.set(key, [...(BY_STATE_AND_EVENT.get(key) ?? []), row]);
}

/** The rows for one state and event, in the order in which they are tried. */
export function transitionsFor(state: CollaborationState, event: CollaborationEvent): readonly Transition[] {
  return BY_STATE_AND_EVENT.get(`${state} ${event}`) ?? [];
}

/** What the conditions of a row are held against, besides its guards. */
export type Circumstances = {
  actor: ActorKind;
  sample_mode: SampleMode;
  due_kind: DueKind | null;
  /** The side that has said nothing in an appeal, if exactly one has not. */
  silent_side: Side | null;
  proof: Proof;
  /** Whether the machine checked the clause that the brand's last complaint cites; null where it has not complained. */
  clause: "checked" | "unchecked" | null;
  hand_ins_used: boolean;
  look: Look;
  holdback: boolean;
  cancelled: boolean;
};

/** Whether the conditions of a row hold, whoever acts. */
export function applies(row: Transition, facts: Omit<Circumstances, "actor">): boolean {
  return (
    (!row.modes || row.modes.includes(facts.sample_mode)) &&
    (!row.during || row.during === facts.due_kind) &&
    (!row.silent || row.silent === facts.silent_side) &&
    (!row.proof || row.proof.includes(facts.proof)) &&
    (!row.clause || row.clause === facts.clause) &&
    (!row.hand_ins_used || facts.hand_ins_used) &&
    (!row.look || row.look.includes(facts.look)) &&
    (!row.holdback || facts.holdback) &&
    (!row.cancelled || facts.cancelled)
  );
}

export type Choice =
  | { kind: "allowed"; transition: Transition }
  /** Nothing of this kind can happen in this state: the world has moved on. */
  | { kind: "stale" }
  /** It can happen, but somebody else has to do it. */
  | { kind: "wrong_actor" };

/** Picks the row that applies. Pure; guards are judged by the caller on the locked row. */
export function choose(state: CollaborationState, event: CollaborationEvent, facts: Circumstances): Choice {
  const fitting = transitionsFor(state, event).filter((row) => applies(row, facts));
  if (fitting.length === 0) return { kind: "stale" };
  const transition = fitting.find((row) => row.by.includes(facts.actor));
  return transition ? { kind: "allowed", transition } : { kind: "wrong_actor" };
}

/** Sending what is owed, now or at the end, leaves the offer's budget alone. */
const AFTER_THE_BUDGET: ReadonlySet<MoneyEffect> = new Set(["transfer", "release_holdback"]);

/** Whether any row of this event touches the offer's budget, so that the offer must be locked before the collaboration. */
export function touchesBudget(event: CollaborationEvent): boolean {
  return LIFECYCLE.some((row) => row.event === event && row.money && !AFTER_THE_BUDGET.has(row.money));
}

/** What `actor` may do now, in the table's order: the buttons of a page. Guards may still refuse. */
export function transitionsOpenTo(state: CollaborationState, facts: Circumstances): CollaborationEvent[] {
  const events = new Set(LIFECYCLE.filter((row) => row.from === state).map((row) => row.event));
  return [...events].filter((event) => choose(state, event, facts).kind === "allowed");
}
