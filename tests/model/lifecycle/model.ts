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
    case "refunded":
      return NOTHING;
    case "cancelled":
      // What the sample cost is paid back without a post only when an operator says so.
      if (to.event === "reimburse") return { ...NOTHING, earned: to.reimbursement_minor };
      return NOTHING;
    case "split":
      if (to.event !== "split_appeal") throw new Error(`${to.event} shared the fee, and no operator`);
      return { ...NOTHING, earned: Math.floor(to.fee_minor / 2) + to.reimbursement_minor, slots: 1 };
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
      return before;
    case "completed":
      return before; // see `completed`
    default:
      throw new Error(`There is no state ${to.state}`);
  }
}

/** The post stayed up, and the rest is earned; or it did not, and what was paid is owed back. */
export function completed(before: Money, fee_minor: number, stayed_up: boolean): Money {
  return stayed_up
    ? { ...before, held: 0, earned: before.earned + before.held }
    : { ...before, held: 0, owed_back: fee_minor - before.held };
}
