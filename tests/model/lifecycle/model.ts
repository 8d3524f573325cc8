/**
 * What has to be true of the money of a collaboration, told without the lifecycle table: from where it stood before a command and where
 * it stands after it. What the product does in between is not looked at.
 */
import type { OfferId } from "@/app/lib/ids";
import { HOLDBACK_BPS } from "./market";

/** What the model sees of a collaboration: its row's plain facts, and nothing that is about money except what was agreed. */
export type Seen = {
  id: string;
  offer_id: OfferId;
  state: string;
  due_kind: string | null;
  /** What happened to it last. */
  event: string;
  version: number;
  sample_mode: string;
  fee_minor: number;
  platform_fee_minor: number;
  reimbursement_cap_minor: number;
  reimbursement_minor: number;
  /** What of its pay went towards an older debt. */
  recovered_minor: number;
};

/** In minor units. */
export type Money = { held: number; earned: number; platform: number; owed_back: number; slots: number };

const NOTHING: Money = { held: 0, earned: 0, platform: 0, owed_back: 0, slots: 0 };

const BEFORE = ["invited", "applied", "slot_offered"];
const WORKING = [
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
];
const ENDED = [
  "completed",
  "declined",
  "withdrawn",
  "expired",
  "cancelled",
  "defaulted",
  "refunded",
  "split",
];

/** @returns the money after a move @throws when no such move may ever happen */
export function moneyAfter(before: Money, from: Seen | undefined, to: Seen): Money {
  if (from && ENDED.includes(from.state)) throw new Error(`${from.state} is an end, and became ${to.state}`);
  const whole = to.fee_minor + to.platform_fee_minor + to.reimbursement_cap_minor;
  const kept = Math.floor((to.fee_minor * HOLDBACK_BPS) / 10_000);
  const worked = WORKING.includes(from?.state ?? "");
  if (BEFORE.includes(to.state) || ["declined", "withdrawn", "expired"].includes(to.state)) {
    if (worked) throw new Error(`${from?.state} became ${to.state}`);
    return NOTHING;
  }
  if (WORKING.includes(to.state)) return { ...NOTHING, held: whole, slots: 1 };
  switch (to.state) {
    case "defaulted":
      return NOTHING;
    case "refunded":
      // What is gone towards an older debt is owed in its turn.
      return { ...NOTHING, earned: to.recovered_minor, owed_back: to.recovered_minor };
    case "cancelled":
      // What the sample cost is paid back without a post only when an operator says so.
      if (from?.state === "awarded" && to.event === "settle_transfer") return before;
      return { ...NOTHING, earned: to.recovered_minor };
    case "awarded":
      if (from?.state === "awarded") return before;
      if (to.event === "reimburse") return { ...NOTHING, earned: to.reimbursement_minor, slots: 1 };
      if (to.event !== "split_appeal") throw new Error(`${to.event} shared the fee, and no operator`);
      return { ...NOTHING, earned: Math.floor(to.fee_minor / 2) + to.reimbursement_minor, slots: 1 };
    case "split":
      if (from?.state !== "awarded") throw new Error(`${from?.state} became split`);
      return before;
    case "approved":
      return {
        ...NOTHING,
        held: kept,
        earned: to.fee_minor - kept + to.reimbursement_minor,
        platform: to.platform_fee_minor,
        slots: 1,
      };
    case "paid":
    case "monitoring":
      if (worked || before.earned === 0) throw new Error(`${from?.state} became ${to.state} without pay`);
      // The watch is over, and what was kept back is on its way.
      return from?.due_kind === "monitoring" && to.due_kind === null ? earnedToTheEnd(before) : before;
    case "completed":
      return before; // see `completed`
    default:
      throw new Error(`There is no state ${to.state}`);
  }
}

function earnedToTheEnd(before: Money): Money {
  return { ...before, held: 0, earned: before.earned + before.held };
}

/** What had stayed up is paid to the end; otherwise what was kept back returns, and what was paid is owed back. */
export function completed(before: Money, { fee_minor }: Seen, kept_minor: number, stayed_up: boolean): Money {
  if (stayed_up) return before;
  const unsent_minor = before.held === 0 ? kept_minor : 0;
  return { ...before, held: 0, earned: before.earned - unsent_minor, owed_back: fee_minor - kept_minor };
}
