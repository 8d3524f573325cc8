/** What can be asked of the books, rightly or wrongly; each says by the model what has to come of it, then asks. */

import fc from "fast-check";
import { expect } from "vitest";
import { recordDispute } from "@/app/domain/disputes/record-dispute";
import { createRefund } from "@/app/domain/ledger/create-refund";
import { createReversal } from "@/app/domain/ledger/create-reversal";
import { createTransfer } from "@/app/domain/ledger/create-transfer";
import {
  hold,
  release,
  releaseHoldback,
  returnHoldback,
  split,
  voidHeld,
} from "@/app/domain/ledger/held-funds";
import { openClawback } from "@/app/domain/ledger/open-clawback";
import {
  blockMovement,
  failRefund,
  failReversal,
  settleMovement,
  unblockMovement,
} from "@/app/domain/ledger/settle-movement";
import type { MovementId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { isRefusal } from "@/app/lib/refusal";
import { sql, type Tx } from "@/db/client";
import { transact } from "@/db/transact";
import { type Books, collabOf, compare } from "./books";
import type { Model, ModelMovement } from "./model";

/** `done` · `nothing`: no change, and no complaint · a refusal's code · `impossible`: the database or the books themselves say no */
type Outcome = string;

/** What the books themselves say to what no caller of theirs would ask. */
const IMPOSSIBLE = /never_below_zero|were settled before|was settled before|has paid towards/;

type Ask = {
  name: string;
  /** Moves the model on, and says what has to come of it. */
  foresee: (model: Model) => Outcome;
  act: (tx: Tx, real: Books) => Promise<unknown>;
};

class Command implements fc.AsyncCommand<Model, Books> {
  constructor(
    readonly text: string,
    readonly prepare: (model: Model, real: Books) => Ask | null,
  ) {}
  check = () => true;
  async run(model: Model, real: Books): Promise<void> {
    const ask = this.prepare(model, real);
    if (!ask) return;
    const expected = ask.foresee(model);
    expect(`${ask.name}: ${await outcomeOf((tx) => ask.act(tx, real))}`).toBe(`${ask.name}: ${expected}`);
    await noteNew(model, real);
    await compare(model, real);
  }
  toString = () => this.text;
}

async function outcomeOf(act: (tx: Tx) => Promise<unknown>): Promise<Outcome> {
  try {
    const answer = await transact(act);
    return answer === null || answer === false || answer === "known" ? "nothing" : "done";
  } catch (error) {
    if (isRefusal(error)) return error.code;
    const words = `${error} ${(error as Error).cause ?? ""}`;
    if (IMPOSSIBLE.test(words)) return "impossible";
    throw error;
  }
}

/** Movements that a command has written get their place beside those of the model. */
async function noteNew(model: Model, real: Books): Promise<void> {
  if (real.movements.length === model.movements.length) return;
  const rows = await sql<Array<{ id: MovementId }>>`
    select m.id from money_movements m where m.payment_id in ${sql(real.offers.map(({ payment_id }) => payment_id))}
    order by m.created_at, m.id`;
  for (const { id } of rows) if (!real.movements.includes(id)) real.movements.push(id);
}

/** Of a collaboration, by its number. */
const ofCollab = (
  name: string,
  prepare: (n: number, model: Model, real: Books) => Omit<Ask, "name"> | null,
) =>
  fc.nat(3).map(
    (n) =>
      new Command(`${name} ${n}`, (model, real) => {
        const ask = prepare(n, model, real);
        return ask && { name: `${name} ${n}`, ...ask };
      }),
  );

function settle(model: Model, n: number, to: { creator: number; platform: number; kept: number }): Outcome {
  const collab = model.collab(n);
  if (collab.stage !== "held") return "impossible";
  const back = model.whole - to.creator - to.platform - to.kept;
  model.put(`held ${n}`, to.kept - model.whole);
  model.put(`payable ${collab.creator}`, to.creator);
  model.put(`budget ${collab.charge}`, back);
  model.charge(collab.charge).claimed -= back;
  collab.stage = to.kept > 0 ? "released" : "over";
  collab.kept = to.kept > 0;
  if (to.creator > 0) collab.unsent.pay = to.creator;
  return "done";
}

const holds = ofCollab("hold", (n, model) => {
  const { charge, stage } = model.collab(n);
  // A collaboration is held once in its life: the lifecycle sees to that, not the books.
  if (stage !== "new") return null;
  return {
    foresee: () => {
      const { frozen } = model.charge(charge);
      if (frozen === "yes" || model.rest(charge) < model.whole) return "budget_spent";
      model.charge(charge).claimed += model.whole;
      model.carry(`budget ${charge}`, `held ${n}`, model.whole);
      model.collab(n).stage = "held";
      return "done";
    },
    act: (tx, real) => hold(tx, collabOf(real, n)),
  };
});

const releases = ofCollab("release", (n, { terms }) => ({
  foresee: (model) =>
    settle(model, n, {
      creator: terms.fee - terms.kept + terms.reimbursed,
      platform: terms.platform,
      kept: terms.kept,
    }),
  act: (tx, real) => release(tx, collabOf(real, n)).then(() => true),
}));

const voids = ofCollab("void", (n) => ({
  foresee: (model) => settle(model, n, { creator: 0, platform: 0, kept: 0 }),
  act: (tx, real) => voidHeld(tx, collabOf(real, n)).then(() => true),
}));

const splits = ofCollab("split", (n, { terms }) => ({
  foresee: (model) =>
    settle(model, n, { creator: Math.floor(terms.fee / 3) + terms.reimbursed, platform: 0, kept: 0 }),
  act: (tx, real) =>
    split(tx, { ...collabOf(real, n), share_minor: Math.floor(terms.fee / 3) }).then(() => true),
}));

const keeps = (name: string, returned: boolean) =>
  ofCollab(name, (n, model) => {
    const collab = model.collab(n);
    if (collab.stage !== "released") return null;
    return {
      foresee: ({ terms }) => {
        if (!collab.kept) return "impossible";
        collab.kept = false;
        model.carry(
          `held ${n}`,
          returned ? `budget ${collab.charge}` : `payable ${collab.creator}`,
          terms.kept,
        );
        if (returned) model.charge(collab.charge).claimed -= terms.kept;
        else collab.unsent.holdback = terms.kept;
        return "done";
      },
      act: (tx, real) =>
        (returned ? returnHoldback : releaseHoldback)(tx, collabOf(real, n)).then(() => true),
    };
  });

/** A part that is owed goes out, less what is owed back; the same part again finds its movement. */
const sends = (part: "pay" | "holdback") =>
  ofCollab(`send ${part}`, (n, model) => {
    const collab = model.collab(n);
    const amount = collab.unsent[part];
    if (amount === undefined) return null;
    return {
      foresee: () => {
        collab.unsent[part] = undefined;
        const frozen = model.charge(collab.charge).frozen === "yes";
        const left = frozen ? amount : amount - recover(model, collab.creator, amount);
        if (left > 0)
          write(
            model,
            { kind: "transfer", part, collab: n, charge: collab.charge, amount: left },
            `payable ${collab.creator}`,
          );
        return "done";
      },
      act: (tx, real) => {
        const { id, creator_id, payment_id, currency } = collabOf(real, n);
        const intent = {
          collaboration_id: id,
          creator_id,
          payment_id: required(payment_id, "the payment"),
          currency,
        };
        return createTransfer(tx, { ...intent, amount_minor: amount, part });
      },
    };
  });

/** The oldest debt first, never more than is open of it, nor what a reversal is bringing back. */
function recover(model: Model, creator: number, amount: number): number {
  let taken = 0;
  for (const n of model.debts) {
    const debt = required(model.collab(n).debt, "the debt");
    if (model.collab(n).creator !== creator) continue;
    const part = Math.min(debt.amount - debt.recovered - debt.in_transit, amount - taken);
    debt.recovered += part;
    taken += part;
  }
  model.put(`payable ${creator}`, -taken);
  model.put(`owed ${creator}`, -taken);
  return taken;
}

function write(model: Model, made: Omit<ModelMovement, "status">, from: string): void {
  const frozen = made.kind === "transfer" && model.charge(made.charge).frozen === "yes";
  model.movements.push({
    ...made,
    status: frozen ? "blocked" : "pending",
    reason: frozen ? "charge_disputed" : undefined,
  });
  model.put(from, -made.amount);
}

const refunds = fc.tuple(fc.nat(1), fc.nat(30_000), fc.nat(9)).map(
  ([charge, amount, cause]) =>
    new Command(`refund ${charge} ${amount} ${cause}`, (_model, { offers }) => ({
      name: "refund",
      foresee: (model) => {
        if (amount === 0) return "nothing";
        if (model.charge(charge).frozen === "yes") return "charge_disputed";
        const rest = model.rest(charge);
        if (amount > rest) return "refund_above_rest";
        model.charge(charge).refunded += amount;
        write(model, { kind: "refund", charge, amount }, `budget ${charge}`);
        return "done";
      },
      act: (tx) =>
        createRefund(tx, {
          payment_id: required(offers[charge], "the offer").payment_id,
          amount_minor: amount,
          cause: crypto.randomUUID(),
        }),
    })),
);

const owes = ofCollab("claw back", (n, model) => {
  const collab = model.collab(n);
  if (collab.stage !== "released") return null;
  const amount = model.terms.fee - model.terms.kept;
  return {
    foresee: () => {
      if (collab.debt) return "nothing";
      collab.debt = { amount, recovered: 0, in_transit: 0 };
      model.debts.push(n);
      model.put(`owed ${collab.creator}`, amount);
      model.put(`waited for ${n}`, amount);
      return "done";
    },
    act: async (tx, real) => {
      const { id, creator_id, payment_id, currency } = collabOf(real, n);
      const debt = {
        collaboration_id: id,
        creator_id,
        payment_id: required(payment_id, "the payment"),
        currency,
        amount_minor: amount,
      };
      const made = await openClawback(tx, { ...debt, reason: "fraud" });
      if (made) real.debts.set(n, made);
      return made;
    },
  };
});

const reverses = fc.tuple(fc.nat(3), fc.nat(15_000)).map(
  ([n, balance]) =>
    new Command(`reverse ${n} ${balance}`, (model, real) => {
      const { debt, charge, creator } = model.collab(n);
      if (!debt) return null;
      return {
        name: "reverse",
        foresee: () => {
          const open = debt.amount - debt.recovered - debt.in_transit;
          if (open <= 0) return "nothing_to_reverse";
          const arrived = model.arrived(n);
          if (arrived <= 0) return "rest_was_never_sent";
          if (balance === 0) return "balance_too_low";
          const amount = Math.min(open, arrived, balance);
          debt.in_transit += amount;
          write(model, { kind: "reversal", collab: n, charge, amount }, `owed ${creator}`);
          return "done";
        },
        act: (tx) =>
          createReversal(tx, real.operator, {
            clawback_id: required(real.debts.get(n), "the debt"),
            balance_minor: balance,
          }),
      };
    }),
);

type How = "settle" | "fail" | "block" | "unblock";

/** Stripe's answer to one of the movements, however old; the same again, or against what it said before. */
const answers = fc
  .tuple(fc.nat(50), fc.constantFrom<How>("settle", "settle", "settle", "fail", "block", "unblock"))
  .map(
    ([pick, how]) =>
      new Command(`${how} ${pick}`, (model, real) => {
        const at = pick % Math.max(1, model.movements.length);
        const movement = model.movements[at];
        const id = real.movements[at];
        if (!movement || !id) return null;
        const fail = movement.kind === "reversal" ? failReversal : failRefund;
        const ACTS: Record<How, (tx: Tx) => Promise<unknown>> = {
          settle: (tx) => settleMovement(tx, id, `stripe_${id}`),
          fail: (tx) => fail(tx, id, "expired_card"),
          block: (tx) => blockMovement(tx, id, "account_restricted"),
          unblock: (tx) => unblockMovement(tx, id),
        };
        // A reversal goes at once or not at all: nothing blocks it.
        if (movement.kind === "reversal" && how === "block") return null;
        return {
          name: `${how} ${movement.kind}`,
          foresee: () => answered(model, movement, how),
          act: ACTS[how],
        };
      }),
  );

function answered(model: Model, movement: ModelMovement, how: How): Outcome {
  const { kind, status, collab, amount } = movement;
  const open = status === "pending" || status === "blocked";
  const its = kind === "reversal" && collab !== undefined ? model.collab(collab) : undefined;
  const debt = its?.debt;
  if (how === "settle" && open) {
    movement.status = "settled";
    if (debt) {
      debt.in_transit -= amount;
      debt.recovered += amount;
    }
    return "done";
  }
  if (how === "fail" && kind === "refund" && status !== "failed") {
    movement.status = "failed";
    model.put("available", amount);
    return "done";
  }
  if (how === "fail" && its && debt && status === "pending") {
    movement.status = "failed";
    debt.in_transit -= amount;
    model.put(`owed ${its.creator}`, amount);
    return "done";
  }
  if (how === "block" && status === "pending") {
    Object.assign(movement, { status: "blocked", reason: "account_restricted" });
    return "done";
  }
  if (how === "unblock" && status === "blocked") {
    Object.assign(movement, { status: "pending", reason: undefined });
    return "done";
  }
  return "nothing";
}

/** The cardholder's bank takes a charge and gives it back; what it stops goes on afterwards. */
const disputes = (outcome: "open" | "won") =>
  fc.nat(1).map(
    (charge) =>
      new Command(`dispute ${charge} ${outcome}`, (_model, { offers }) => ({
        name: `dispute ${outcome}`,
        foresee: (model) => {
          const state = model.charge(charge);
          const was = state.frozen;
          if (was === "no" && outcome === "open") freeze(model, charge);
          if (was === "no") state.frozen = outcome === "open" ? "yes" : "was";
          if (was === "yes" && outcome === "won") {
            state.frozen = "was";
            thaw(model, charge);
          }
          return "done";
        },
        act: async (tx) => {
          const { payment_id } = required(offers[charge], "the offer");
          const row = one(
            await sql`select charge_id, amount_minor::int from offer_payments where id = ${payment_id}`,
            "the payment",
          );
          const taken = { id: `${payment_id}_taken`, amount_minor: -row.amount_minor, fee_minor: 1_500 };
          const back = { id: `${payment_id}_back`, amount_minor: row.amount_minor, fee_minor: 0 };
          return recordDispute(tx, {
            id: `dp_${payment_id}`,
            charge_id: row.charge_id,
            stripe_status: outcome,
            outcome,
            reason: "fraudulent",
            amount_minor: row.amount_minor,
            currency: "USD",
            bookings: outcome === "won" ? [taken, back] : [taken],
            evidence_due_at: null,
          });
        },
      })),
  );

function freeze(model: Model, charge: number): void {
  for (const movement of model.movements)
    if (movement.charge === charge && movement.status === "pending" && movement.kind !== "reversal")
      Object.assign(movement, { status: "blocked", reason: "charge_disputed" });
}

function thaw(model: Model, charge: number): void {
  for (const movement of model.movements)
    if (movement.charge === charge && movement.status === "blocked" && movement.reason === "charge_disputed")
      Object.assign(movement, { status: "pending", reason: undefined });
}

/** What leads somewhere stands several times. */
export const COMMANDS = [
  ...[holds, holds, holds, releases, releases, releases, voids, splits],
  ...[keeps("release kept-back", false), keeps("return kept-back", true)],
  ...[sends("pay"), sends("pay"), sends("pay"), sends("holdback"), sends("holdback")],
  ...[owes, owes, reverses, reverses, refunds, answers, answers, answers, answers],
  ...[disputes("open"), disputes("won")],
];
