/** The books of one brand as a child would keep them: a number for every pot, moved by hand. In minor units. */
import { required } from "@/app/lib/one";

export type Pot = string;

export type ModelMovement = {
  kind: "transfer" | "refund" | "reversal";
  /** Of a transfer. */
  part?: "pay" | "holdback";
  collab?: number;
  charge: number;
  amount: number;
  status: "pending" | "blocked" | "settled" | "failed";
  reason?: string;
};

export type ModelCollab = {
  charge: number;
  creator: number;
  stage: "new" | "held" | "released" | "over";
  /** What is still to be sent, by part; absent: nothing. */
  unsent: { pay?: number; holdback?: number };
  kept: boolean;
  debt?: { amount: number; recovered: number; in_transit: number };
};

export type Terms = { fee: number; platform: number; cap: number; reimbursed: number; kept: number };

export class Model {
  readonly pots = new Map<Pot, number>();
  readonly charges: Array<{
    amount: number;
    claimed: number;
    refunded: number;
    frozen: "no" | "yes" | "was";
  }>;
  readonly collabs: ModelCollab[];
  readonly movements: ModelMovement[] = [];
  /** The order in which debts were made: the oldest is paid first. */
  readonly debts: number[] = [];

  constructor(
    readonly terms: Terms,
    slots: readonly number[],
    collabs: ReadonlyArray<Pick<ModelCollab, "charge" | "creator">>,
  ) {
    this.charges = slots.map((n) => ({ amount: n * this.whole, claimed: 0, refunded: 0, frozen: "no" }));
    this.charges.forEach(({ amount }, n) => void this.put(`budget ${n}`, amount));
    this.collabs = collabs.map((one) => ({ ...one, stage: "new", unsent: {}, kept: false }));
  }

  get whole(): number {
    return this.terms.fee + this.terms.platform + this.terms.cap;
  }

  collab(n: number): ModelCollab {
    return required(this.collabs[n], `collaboration ${n}`);
  }

  charge(n: number) {
    return required(this.charges[n], `charge ${n}`);
  }

  put(pot: Pot, amount: number): void {
    this.pots.set(pot, (this.pots.get(pot) ?? 0) + amount);
  }

  carry(from: Pot, to: Pot, amount: number): void {
    this.put(from, -amount);
    this.put(to, amount);
  }

  /** What of the pay of a collaboration has arrived and was not taken back. */
  arrived(collab: number): number {
    const its = this.movements.filter((one) => one.collab === collab && one.status !== "failed");
    const pay = its.find(({ part, status }) => part === "pay" && status === "settled");
    const back = its.filter(({ kind }) => kind === "reversal").map(({ amount }) => amount);
    return back.reduce((left, amount) => left - amount, pay?.amount ?? 0);
  }

  rest(charge: number): number {
    const { amount, claimed, refunded } = this.charge(charge);
    return amount - claimed - refunded;
  }
}
