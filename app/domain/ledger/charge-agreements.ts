/** Whether the entries of one charge say the same as its counters, its movements and its charge_disputes. */
import type { disputes, money_movements } from "@/db/schema/ledger";
import type { ChargePlace } from "./charge-places";
import { unclaimedOf } from "./create-refund";
import type { FollowedCharge } from "./follow-charge";
import type { LedgerKind } from "./post";

/** One figure as two sources have it: the entries of the books, and a counter or the movements. */
export type Agreement = {
  of: "funded" | "unclaimed" | "to_creators" | "from_creators" | "to_card" | "to_bank";
  booked_minor: number;
  counted_minor: number;
};

type MovementFact = Pick<typeof money_movements.$inferSelect, "kind" | "status" | "amount_minor">;

export function agreementsOf(
  payment: Parameters<typeof unclaimedOf>[0],
  { places, steps }: FollowedCharge,
  movements: readonly MovementFact[],
  charge_disputes: ReadonlyArray<Pick<typeof disputes.$inferSelect, "status" | "amount_minor">>,
): Agreement[] {
  const settled = (kind: MovementFact["kind"]) =>
    sum(movements.filter((movement) => movement.kind === kind && movement.status === "settled"));
  const booked = (kind: LedgerKind, place: ChargePlace) =>
    steps.reduce((total, step) => total + (step.kind === kind ? (step.shift[place] ?? 0) : 0), 0);
  const facts: Array<[Agreement["of"], number, number]> = [
    ["funded", -booked("capture", "card"), payment.amount_minor],
    ["unclaimed", places.budget, unclaimedOf(payment)],
    ["to_creators", booked("transfer_settled", "creators"), settled("transfer")],
    ["from_creators", -booked("reversal_settled", "creators"), settled("reversal")],
    ["to_card", booked("refund_settled", "card") + booked("refund_failed", "card"), settled("refund")],
    ["to_bank", places.bank, sum(charge_disputes.filter(({ status }) => status === "lost"))],
  ];
  return facts.map(([of, booked_minor, counted_minor]) => ({
    of,
    booked_minor: booked_minor || 0,
    counted_minor,
  }));
}

const sum = (amounts: ReadonlyArray<{ amount_minor: number }>) =>
  amounts.reduce((total, { amount_minor }) => total + amount_minor, 0);
