/** An email for each transition of a collaboration, per side; `select-template.ts` says which transition calls for which. */

import type { Side } from "@/app/domain/collaboration/lifecycle";
import en from "@/app/i18n/en/emails";
import type { CollaborationId } from "@/app/lib/ids";
import { linkTo } from "../links";
import type { EmailProps, Template } from "../template";
import { type CollaborationProps, factRows, fillings, quotes, requireDue, sentences } from "./collaboration";

export type TransitionTemplate = keyof typeof en.transitions;
/** `event_id` names the row in `collaboration_events`. */
export type TransitionParams = { collaboration_id: CollaborationId; event_id: number };

type Props = EmailProps<TransitionParams>;
type Base<T> = T extends `${infer Name}_brand` | `${infer Name}_creator` ? Name : never;
type Link = (props: CollaborationProps) => string;
type Where = "budget" | "held" | "back" | "back_less_sample" | "frozen" | "payable" | "split" | "paid";

const here: Link = ({ collaboration_id }) => linkTo.collaboration(collaboration_id);
const applicants: Link = ({ offer_id }) => linkTo.brandOffer(offer_id);
const offer: Link = ({ offer_id }) => linkTo.offer(offer_id);
const offers: Link = () => linkTo.offers();

/**
 * Where the money is after the transition, and where the button leads: the same for both sides, or one each. `final`: what failed in
 * the last check can't be fixed any more.
 */
type Row = { money: Where | null; link: Link | Readonly<Record<Side, Link>>; final?: true };

// biome-ignore format: a table is read by its rows
const TABLE: Readonly<Record<Base<TransitionTemplate>, Row>> = {
  application_received: { money: "budget", link: here },
  application_declined: { money: null, link: offers },
  application_expired: { money: null, link: offer },
  invitation_received: { money: "budget", link: here },
  invitation_accepted: { money: "budget", link: here },
  invitation_declined: { money: "budget", link: applicants },
  invitation_withdrawn: { money: null, link: offers },
  invitation_expired: { money: "budget", link: applicants },
  slot_offered: { money: "budget", link: here },
  agreed: { money: "held", link: here },
  slot_declined: { money: "budget", link: applicants },
  slot_extended: { money: "budget", link: here },
  slot_withdrawn: { money: null, link: offers },
  slot_expired: { money: null, link: { brand: applicants, creator: offer } },
  offer_closed: { money: null, link: offers },

  sample_shipped: { money: "held", link: here },
  sample_reshipped: { money: "held", link: here },
  sample_ordered: { money: "held", link: here },
  code_issued: { money: "held", link: here },
  sample_delivered: { money: "held", link: here },
  sample_problem: { money: "held", link: here },
  ship_reminder: { money: "held", link: here },
  ship_late: { money: "held", link: here },
  not_shipped: { money: "back", link: { brand: here, creator: offers } },
  not_ordered: { money: "back", link: { brand: applicants, creator: here } },
  parcel_late: { money: "held", link: here },
  parcel_lost: { money: "back", link: { brand: applicants, creator: offers } },
  cancelled_early: { money: "back", link: { brand: applicants, creator: offers } },

  content_extended: { money: "held", link: here },
  sample_returned: { money: "back", link: { brand: applicants, creator: here } },
  cancelling: { money: "frozen", link: here },
  cancelled_verifying: { money: "frozen", link: here },
  cancelled_by_creator: { money: "back", link: { brand: applicants, creator: offers } },
  last_hand_in_failed: { money: "frozen", link: here },
  cancelled_not_verified: { money: "back", link: { brand: applicants, creator: offers } },
  reimbursement_pending: { money: "frozen", link: here },
  sample_reimbursed: { money: "back_less_sample", link: here },
  overdue: { money: "held", link: here },
  cure_missed: { money: "held", link: here },
  defaulted: { money: "back", link: { brand: applicants, creator: here } },
  submissions_failed: { money: "back", link: { brand: applicants, creator: here }, final: true },

  in_review: { money: "held", link: here },
  verification_failed: { money: "held", link: here },
  verification_undecided: { money: "held", link: here },
  approved: { money: "payable", link: here },
  approved_by_silence: { money: "payable", link: here },
  changes_requested: { money: "held", link: here },
  rejected: { money: "frozen", link: here },
  rejection_accepted: { money: "back", link: { brand: applicants, creator: here } },
  changes_missed: { money: "frozen", link: here },
  changes_failed: { money: "frozen", link: here, final: true },
  approved_by_check: { money: "payable", link: here, final: true },

  appeal_opened: { money: "frozen", link: here },
  statement_added: { money: "frozen", link: here },
  appeal_missed: { money: "frozen", link: here },
  appeal_upheld: { money: "payable", link: here },
  appeal_split: { money: "split", link: here },
  appeal_dismissed: { money: "back", link: here },
  appeal_upheld_by_silence: { money: "payable", link: here },
  undecided_approved: { money: "payable", link: here },
  undecided_refunded: { money: "back", link: here },

  paid: { money: "paid", link: here },
  post_removed: { money: null, link: here },
  post_restored: { money: null, link: here },
  post_stayed_down: { money: null, link: here },
  post_removed_unpaid: { money: "frozen", link: here },
  post_back_unpaid: { money: null, link: here },
  post_stayed_down_unpaid: { money: "back", link: here },
  payout_by_hand: { money: null, link: here },
  removal_appealed: { money: null, link: here },
  removal_excused: { money: null, link: here },
  removal_confirmed: { money: null, link: here },
  removal_undecided: { money: null, link: here },
  awarded_paid: { money: "paid", link: here },
  completed: { money: null, link: here },
  stopped_when_verified: { money: "payable", link: here },
  charge_lost: { money: null, link: here },
  payment_clawed_back: { money: null, link: here },
};

function moneyOf(where: Where | null, props: Props): string {
  if (where === null) return "";
  // A brand reads that the creator is paid from the lead; a creator whose debt took all of it has nothing on its way.
  if (where === "paid" && (props.side === "brand" || props.amount_minor === 0)) return "";
  return `money.${where}_${props.side}`;
}

/** Which other wordings of a sentence fit better, the most telling first. */
function versionsOf(props: Props): string[] {
  const debt = props.recovered_minor > 0 ? (props.amount_minor > 0 ? "less_debt" : "all_debt") : "";
  return [debt, props.decided_on ?? "", props.acted_by ?? "", props.sample_mode];
}

function transition(name: TransitionTemplate): Template<TransitionParams> {
  const side: Side = name.endsWith("_brand") ? "brand" : "creator";
  const row = TABLE[name.replace(/_(brand|creator)$/, "") as Base<TransitionTemplate>];
  return {
    about: "collaboration",
    link: typeof row.link === "function" ? row.link : row.link[side],
    write: (words, props) => {
      requireDue(en.transitions[name], name, props);
      const money = moneyOf(row.money, props);
      return {
        ...sentences(words, `transitions.${name}`, props, versionsOf(props)),
        recipient: props.recipient_name,
        facts: factRows(words, props),
        quotes: quotes(words, props),
        list: props.failed_checks.length
          ? { label: words.t(row.final ? "facts.failed_checks" : "facts.to_fix"), items: props.failed_checks }
          : undefined,
        money: money && words.t(money, fillings(words, props)),
        why: words.t(`layout.why_${props.side}`),
      };
    },
  };
}

export const TRANSITION_TEMPLATES = Object.fromEntries(
  (Object.keys(en.transitions) as TransitionTemplate[]).map((name) => [name, transition(name)]),
) as Record<TransitionTemplate, Template<TransitionParams>>;
