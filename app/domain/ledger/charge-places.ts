/**
 * Where the money of one charge can be, and how an entry of the books moves it there. Read from the charge's own side: of what was
 * recovered from a creator's later pay, the charge that lost it says "to another charge" and the one that gets it "from another".
 */
import type { LedgerKind } from "./post";

/** Still here, for somebody: these make up the rest of a charge. */
export const REST_PLACES = ["budget", "held", "payable", "in_transit", "recovered", "available"] as const;
/** Gone for good, or outside: the card, the creators, what Postbond earned or bears, the bank, other charges. */
export const END_PLACES = ["card", "creators", "fees", "losses", "bank", "other_charge"] as const;

export type RestPlace = (typeof REST_PLACES)[number];
export type EndPlace = (typeof END_PLACES)[number];
export type ChargePlace = RestPlace | EndPlace;

export type ChargeEntry = {
  kind: LedgerKind;
  code: string;
  /** Positive for a debit, negative for a credit, in minor units. */
  amount_minor: number;
};

/** How money came to be at Stripe or left it, by the kind of transaction. */
const AT_STRIPE: Partial<Record<LedgerKind, ChargePlace>> = {
  capture: "card",
  refund_settled: "card",
  refund_failed: "card",
  transfer_settled: "creators",
  reversal_settled: "creators",
  dispute_moved: "bank",
};

/**
 * The place that an entry changes, and by how much more is there afterwards. A debit takes from what is owed to people and adds to
 * what is at Stripe, so the amount changes its sign on the way from one side to the other in just one way: what is at Stripe has
 * come from somewhere.
 *
 * @returns null for an account that says nothing of where the charge's money is
 */
export function placeOfEntry({ kind, code, amount_minor }: ChargeEntry): [ChargePlace, number] | null {
  const place = PLACE_OF_ACCOUNT[code] ?? PLACE_OF_ACCOUNT[code.slice(code.lastIndexOf(":") + 1)];
  if (place === undefined) return null;
  if (place !== "at_stripe") return [place, -amount_minor];
  const through = AT_STRIPE[kind];
  return through ? [through, -amount_minor] : null;
}

/** By the whole code, or by what it is for. */
const PLACE_OF_ACCOUNT: Readonly<Record<string, ChargePlace | "at_stripe">> = {
  "stripe:platform": "at_stripe",
  // Stripe's fee is no part of the charge's money: the platform pays it, and the whole amount is the brand's.
  "platform:stripe_fees": "at_stripe",
  "stripe:clearing": "in_transit",
  // What the bank holds back has not been lost yet: taken and held back cancel out until it has decided.
  "stripe:disputed": "bank",
  "platform:fees": "fees",
  "platform:losses": "losses",
  budget: "budget",
  held: "held",
  payable: "payable",
  available: "available",
  // What a creator owes, less what is waited for: together, what has come in and not gone on.
  clawback: "recovered",
  owed: "recovered",
};
