/**
 * Which email a transition of a collaboration calls for, per side. Read from top to bottom; the first row that fits is taken. A test
 * holds this table against the lifecycle: each side that the lifecycle notifies gets an email of its own.
 */
import type { Side } from "@/app/domain/collaboration/lifecycle";
import type { CollaborationEvent, CollaborationState, DueKind } from "@/app/domain/collaboration/vocabulary";
import type { TransitionTemplate } from "./templates/transitions";

/** What of a transition decides on its email. */
export type SeenTransition = {
  event: CollaborationEvent | "apply" | "invite";
  from: CollaborationState | null;
  to: CollaborationState;
  /** The deadline that ran before it and the one that runs after it. */
  due_was: DueKind | null;
  due_kind: DueKind | null;
};

type Row = { when: Partial<SeenTransition> } & Partial<Record<Side, TransitionTemplate>>;

/** The same name for both sides, told apart by its ending. */
const both = <N extends string>(name: N) => ({ brand: `${name}_brand`, creator: `${name}_creator` }) as const;

const ROWS: readonly Row[] = [
  { when: { event: "apply" }, brand: "application_received_brand" },
  { when: { event: "invite" }, creator: "invitation_received_creator" },

  { when: { event: "accept_invitation" }, brand: "invitation_accepted_brand" },
  { when: { event: "decline_invitation" }, brand: "invitation_declined_brand" },
  { when: { event: "cancel", from: "invited" }, creator: "invitation_withdrawn_creator" },
  { when: { event: "deadline_elapsed", from: "invited" }, brand: "invitation_expired_brand" },
  { when: { event: "offer_slot" }, creator: "slot_offered_creator" },
  { when: { event: "decline_application" }, creator: "application_declined_creator" },
  { when: { event: "deadline_elapsed", from: "applied" }, creator: "application_expired_creator" },
  { when: { event: "accept_slot" }, ...both("agreed") },
  { when: { event: "decline_slot" }, brand: "slot_declined_brand" },
  { when: { event: "extend_slot" }, brand: "slot_extended_brand" },
  { when: { event: "cancel", from: "slot_offered" }, creator: "slot_withdrawn_creator" },
  { when: { event: "close_offer" }, creator: "offer_closed_creator" },
  { when: { event: "deadline_elapsed", from: "slot_offered" }, ...both("slot_expired") },

  { when: { event: "ship" }, creator: "sample_shipped_creator" },
  { when: { event: "enter_order" }, brand: "sample_ordered_brand" },
  { when: { event: "issue_code" }, creator: "code_issued_creator" },
  { when: { event: "cancel", from: "awaiting_sample", due_was: "ship_late" }, ...both("not_shipped") },
  { when: { event: "cancel", from: "agreed" }, ...both("cancelled_early") },
  { when: { event: "cancel", from: "awaiting_sample" }, ...both("cancelled_early") },
  { when: { event: "deadline_elapsed", due_was: "ship" }, brand: "ship_reminder_brand" },
  { when: { event: "deadline_elapsed", due_was: "ship_grace" }, ...both("ship_late") },
  { when: { event: "deadline_elapsed", due_was: "ship_late" }, ...both("not_shipped") },
  { when: { event: "deadline_elapsed", due_was: "order" }, ...both("not_ordered") },
  { when: { event: "deliver" }, creator: "sample_delivered_creator" },
  { when: { event: "reship" }, creator: "sample_reshipped_creator" },
  { when: { event: "cancel", from: "in_transit" }, ...both("parcel_lost") },
  { when: { event: "deadline_elapsed", due_was: "transit" }, ...both("parcel_late") },
  { when: { event: "deadline_elapsed", due_was: "transit_late" }, ...both("parcel_lost") },
  { when: { event: "report_sample" }, brand: "sample_problem_brand" },

  { when: { event: "extend_content" }, brand: "content_extended_brand" },
  { when: { event: "return_sample" }, ...both("sample_returned") },
  { when: { event: "cancel", to: "cancelling" }, ...both("cancelling") },
  { when: { event: "cancel", to: "verifying" }, ...both("cancelled_verifying") },
  { when: { event: "cancel", to: "approved" }, ...both("stopped_when_verified") },
  // Only the creator can end it without pay once there is a post.
  { when: { event: "cancel", from: "verifying" }, ...both("cancelled_by_creator") },
  { when: { event: "cancel", from: "changes_requested" }, ...both("cancelled_by_creator") },
  {
    when: { event: "deadline_elapsed", due_was: "last_hand_in", to: "appealed" },
    ...both("reimbursement_pending"),
  },
  { when: { event: "deadline_elapsed", due_was: "last_hand_in" }, ...both("cancelled_not_verified") },
  { when: { event: "deadline_elapsed", due_was: "overdue" }, ...both("defaulted") },
  { when: { event: "deadline_elapsed", due_was: "cure", to: "approved" }, ...both("approved_by_check") },
  { when: { event: "deadline_elapsed", due_was: "changes", to: "approved" }, ...both("approved_by_check") },
  { when: { event: "deadline_elapsed", due_was: "cure", to: "appealed" }, ...both("changes_missed") },
  { when: { event: "deadline_elapsed", due_was: "changes", to: "appealed" }, ...both("changes_missed") },
  { when: { event: "deadline_elapsed", due_was: "cure" }, ...both("cure_missed") },
  { when: { event: "deadline_elapsed", to: "overdue" }, ...both("overdue") },

  { when: { event: "pass_verification" }, ...both("in_review") },
  { when: { event: "fail_verification", to: "cancelling" }, creator: "last_hand_in_failed_creator" },
  { when: { event: "fail_verification", to: "approved" }, ...both("approved_by_check") },
  { when: { event: "fail_verification", to: "appealed" }, ...both("changes_failed") },
  { when: { event: "fail_verification", to: "defaulted" }, ...both("submissions_failed") },
  { when: { event: "fail_verification" }, creator: "verification_failed_creator" },
  { when: { event: "escalate_verification" }, creator: "verification_undecided_creator" },
  { when: { event: "deadline_elapsed", due_was: "verification" }, creator: "verification_undecided_creator" },
  { when: { event: "approve" }, ...both("approved") },
  { when: { event: "deadline_elapsed", due_was: "review" }, ...both("approved_by_silence") },
  { when: { event: "request_changes" }, creator: "changes_requested_creator" },
  { when: { event: "reject" }, creator: "rejected_creator" },
  { when: { event: "accept_rejection" }, ...both("rejection_accepted") },

  { when: { event: "appeal" }, ...both("appeal_opened") },
  { when: { event: "add_statement" }, ...both("statement_added") },
  { when: { event: "deadline_elapsed", due_was: "appeal" }, ...both("appeal_missed") },
  { when: { event: "uphold_appeal" }, ...both("appeal_upheld") },
  { when: { event: "split_appeal" }, ...both("appeal_split") },
  { when: { event: "dismiss_appeal" }, ...both("appeal_dismissed") },
  { when: { event: "reimburse" }, ...both("sample_reimbursed") },
  {
    when: { event: "deadline_elapsed", due_was: "decision", to: "approved" },
    ...both("appeal_upheld_by_silence"),
  },
  {
    when: { event: "deadline_elapsed", due_was: "operator_decision", to: "appealed" },
    ...both("reimbursement_pending"),
  },
  {
    when: { event: "deadline_elapsed", due_was: "operator_decision", to: "approved" },
    ...both("undecided_approved"),
  },
  {
    when: { event: "deadline_elapsed", due_was: "operator_decision", to: "refunded" },
    ...both("undecided_refunded"),
  },

  { when: { event: "lose_charge" }, ...both("charge_lost") },
  { when: { event: "claw_back" }, ...both("payment_clawed_back") },

  { when: { event: "settle_transfer", from: "awarded" }, ...both("awarded_paid") },
  { when: { event: "settle_transfer", from: "monitoring" }, ...both("completed") },
  { when: { event: "settle_transfer" }, ...both("paid") },
  { when: { event: "escalate_watch" }, creator: "payout_by_hand_creator" },
  { when: { event: "report_removal", from: "monitoring" }, ...both("post_removed") },
  { when: { event: "report_removal" }, ...both("post_removed_unpaid") },
  { when: { event: "restore_post", from: "monitoring" }, ...both("post_restored") },
  { when: { event: "restore_post" }, ...both("post_back_unpaid") },
  { when: { event: "appeal_removal" }, brand: "removal_appealed_brand" },
  { when: { event: "excuse_removal" }, ...both("removal_excused") },
  { when: { event: "confirm_removal" }, ...both("removal_confirmed") },
  { when: { event: "deadline_elapsed", due_was: "removal_decision" }, ...both("removal_undecided") },
  { when: { event: "deadline_elapsed", due_was: "payout_look" }, creator: "payout_by_hand_creator" },
  {
    when: { event: "deadline_elapsed", due_was: "removal_cure", due_kind: "operator_decision" },
    creator: "payout_by_hand_creator",
  },
  {
    when: { event: "deadline_elapsed", due_was: "removal_cure", to: "refunded" },
    ...both("post_stayed_down_unpaid"),
  },
  { when: { event: "deadline_elapsed", due_was: "removal_cure" }, ...both("post_stayed_down") },
  { when: { event: "deadline_elapsed", due_was: "monitoring" }, ...both("completed") },
];

/** The email to `side` about `seen`; null when there is none. */
export function templateForTransition(seen: SeenTransition, side: Side): TransitionTemplate | null {
  const fits = (row: Row) =>
    row[side] !== undefined &&
    Object.entries(row.when).every(([name, value]) => seen[name as keyof SeenTransition] === value);
  return ROWS.find(fits)?.[side] ?? null;
}
