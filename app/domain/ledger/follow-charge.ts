/** One charge followed from the card to where every cent of it is: arithmetic over its entries, nothing read here. */
import type { CollaborationId, MovementId, TransactionId } from "@/app/lib/ids";
import { type ChargeEntry, type ChargePlace, placeOfEntry, REST_PLACES } from "./charge-places";
import type { LedgerKind } from "./post";

export type ChargeTransaction = {
  id: TransactionId;
  kind: LedgerKind;
  at: Date;
  collaboration_id: CollaborationId | null;
  movement_id: MovementId | null;
  /**
   * own: booked under this charge · to_other: pay from this charge that settled a debt of another one · from_other: the reverse,
   * booked under the charge that was paid with
   */
  side: "own" | "to_other" | "from_other";
  entries: readonly ChargeEntry[];
};

/** How much more is in each place afterwards, in minor units; places that did not change are left out. */
export type Shift = Partial<Record<ChargePlace, number>>;

export type ChargeStep = {
  transaction_id: TransactionId;
  kind: LedgerKind;
  at: Date;
  collaboration_id: CollaborationId | null;
  movement_id: MovementId | null;
  shift: Shift;
  /** What changed hands, in minor units: all debits together. */
  amount_minor: number;
  /** What of the charge is still here for somebody afterwards. */
  rest_minor: number;
};

export type FollowedCharge = {
  steps: ChargeStep[];
  /** What is in each place at the end; together zero, or the books have lost something. */
  places: Record<ChargePlace, number>;
  rest_minor: number;
  /** Everything that came from the card and other charges, less everything that is somewhere: zero when the charge adds up. */
  unexplained_minor: number;
  /** What Stripe kept for the payment and for disputes, which the platform pays. */
  stripe_fee_minor: number;
};

/** `transactions` in the order of their booking. */
export function followCharge(transactions: readonly ChargeTransaction[]): FollowedCharge {
  const places = nowhere();
  const steps: ChargeStep[] = [];
  let stripe_fee_minor = 0;
  for (const transaction of transactions) {
    const { id, kind, at, collaboration_id, movement_id, entries } = transaction;
    const shift = shiftOf(transaction);
    for (const [place, minor] of Object.entries(shift)) places[place as ChargePlace] += minor;
    for (const entry of entries)
      if (entry.code === "platform:stripe_fees") stripe_fee_minor += entry.amount_minor;
    const amount_minor = entries.reduce((sum, entry) => sum + Math.max(entry.amount_minor, 0), 0);
    steps.push({
      transaction_id: id,
      kind,
      at,
      collaboration_id,
      movement_id,
      shift,
      amount_minor,
      rest_minor: restOf(places),
    });
  }
  const unexplained_minor = -Object.values(places).reduce((sum, minor) => sum + minor, 0);
  // A plain zero: -0 is another value to whoever compares.
  return {
    steps,
    places,
    rest_minor: restOf(places),
    unexplained_minor: unexplained_minor || 0,
    stripe_fee_minor,
  };
}

function shiftOf({ kind, entries, side }: ChargeTransaction): Shift {
  const shift: Shift = {};
  const add = (place: ChargePlace, minor: number) => {
    shift[place] = (shift[place] ?? 0) + minor;
  };
  for (const entry of entries) {
    const found = placeOfEntry({ ...entry, kind });
    if (!found) continue;
    const [place, minor] = found;
    // The debt belongs to one charge and the pay to another: each sees its own half, and the other charge as the other half.
    if (side === "to_other") add(place === "recovered" ? "other_charge" : place, minor);
    else if (side === "from_other") {
      if (place !== "recovered") continue;
      add("recovered", minor);
      add("other_charge", -minor);
    } else add(place, minor);
  }
  for (const place of Object.keys(shift) as ChargePlace[]) if (shift[place] === 0) delete shift[place];
  return shift;
}

function restOf(places: Record<ChargePlace, number>): number {
  return REST_PLACES.reduce((sum, place) => sum + places[place], 0);
}

function nowhere(): Record<ChargePlace, number> {
  return {
    budget: 0,
    held: 0,
    payable: 0,
    in_transit: 0,
    recovered: 0,
    available: 0,
    card: 0,
    creators: 0,
    fees: 0,
    losses: 0,
    bank: 0,
    other_charge: 0,
  };
}
