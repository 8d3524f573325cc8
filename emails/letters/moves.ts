/** A letter for each move of a collaboration, per side; `for-move.ts` says which move calls for which. */
import en from "@/app/i18n/en/emails";
import type { LetterContent } from "../letter";
import type { Words } from "../words";
import { type CollaborationProps, collaborationProps, factRows, fillings, quotes } from "./collaboration";
import { type LetterKind, letterKind } from "./kind";

export type MoveTemplate = keyof typeof en.moves;

type Base<T> = T extends `${infer Name}_brand` | `${infer Name}_creator` ? Name : never;
type Where =
  | "budget"
  | "held"
  | "back"
  | "back_less_sample"
  | "appeal"
  | "frozen"
  | "payable"
  | "split"
  | "paid"
  | "paid_less_debt";

/** Where the money is after the move. */
const MONEY: Readonly<Record<Base<MoveTemplate>, Where | null>> = {
  application_received: "budget",
  application_declined: null,
  application_expired: null,
  invitation_received: "budget",
  invitation_accepted: "budget",
  invitation_declined: "budget",
  invitation_withdrawn: null,
  invitation_expired: "budget",
  slot_offered: "budget",
  agreed: "held",
  offer_declined: "budget",
  slot_extended: "budget",
  slot_withdrawn: null,
  offer_expired: null,
  offer_closed: null,
  sample_shipped: "held",
  sample_reshipped: "held",
  sample_ordered: "held",
  code_issued: "held",
  sample_delivered: "held",
  sample_problem: "held",
  ship_reminder: "held",
  ship_late: "held",
  not_shipped: "back",
  not_ordered: "back",
  parcel_late: "held",
  parcel_lost: "back",
  cancelled_early: "back",
  content_extended: "held",
  sample_returned: "back",
  cancelled_after_delivery: "back",
  overdue: "held",
  cure_missed: "held",
  changes_missed: "held",
  cancelled_overdue: "back",
  defaulted: "back",
  in_review: "held",
  verification_failed: "held",
  verification_undecided: "held",
  cancelled_after_submission: "split",
  approved: "payable",
  approved_by_silence: "payable",
  changes_requested: "held",
  rejected: "appeal",
  appeal_opened: "frozen",
  evidence_added: "frozen",
  appeal_lapsed: "back",
  appeal_upheld: "payable",
  appeal_split: "split",
  appeal_dismissed: "back",
  appeal_upheld_by_silence: "payable",
  appeal_dismissed_by_silence: "back",
  paid: "paid",
  post_removed: null,
  post_restored: null,
  post_stayed_down: null,
  completed: null,
  stopped_when_verified: "payable",
  charge_lost: null,
  pay_clawed_back: null,
};

function write(name: MoveTemplate, words: Words, props: CollaborationProps): LetterContent {
  const { t } = words;
  const filled = fillings(words, props);
  const where = whereOf(name, props);
  const debt = props.recovered_minor > 0 ? (props.amount_minor > 0 ? "less_debt" : "all_debt") : "";
  return {
    subject: t(`moves.${name}.subject`, { ...filled, context: debt }),
    recipient: props.recipient_name,
    heading: t(`moves.${name}.heading`, { ...filled, context: debt }),
    lead: t(`moves.${name}.lead`, { ...filled, context: props.acted_by ?? debt }),
    facts: factRows(words, props),
    quotes: quotes(words, props),
    list: props.failed_checks.length
      ? { label: t("facts.failed_checks"), items: props.failed_checks }
      : undefined,
    next: t(`moves.${name}.next`, { ...filled, context: props.sample_mode }),
    money: where ? t(`money.${where}_${props.side}`, filled) : null,
    action: { label: t(`moves.${name}.action`), url: props.collaboration_url },
    why: t(`layout.why_${props.side}`),
  };
}

function whereOf(name: MoveTemplate, props: CollaborationProps): Where | null {
  const where = MONEY[name.replace(/_(brand|creator)$/, "") as Base<MoveTemplate>];
  // Only a creator who bought the sample has it paid back when the brand changes its mind.
  if (name.startsWith("cancelled_after_delivery") && props.sample_mode === "purchase")
    return "back_less_sample";
  return where === "paid" && props.recovered_minor > 0 ? "paid_less_debt" : where;
}

/** A sentence that names a deadline cannot be written without one. */
function propsFor(name: MoveTemplate): LetterKind<CollaborationProps>["props"] {
  const names_due = Object.values(en.moves[name]).some((sentence) => sentence.includes("{{due}}"));
  return names_due
    ? collaborationProps.refine((given) => given.due_at !== null, { path: ["due_at"], error: "is missing" })
    : collaborationProps;
}

export const MOVE_LETTERS = Object.fromEntries(
  (Object.keys(en.moves) as MoveTemplate[]).map((name) => [
    name,
    letterKind({
      props: propsFor(name),
      write: (words, props: CollaborationProps) => write(name, words, props),
    }),
  ]),
) as Record<MoveTemplate, LetterKind<CollaborationProps>>;
