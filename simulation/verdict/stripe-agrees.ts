/** Holds Stripe's objects against the books, object by object, without any code of the product: the second opinion. */
import type { Sql } from "postgres";
import { PLATFORM } from "@/sandbox/stripe/keep/table";
import { idOf, type World } from "@/sandbox/stripe/world";
import type { Violation } from "../simulation";

type Movement = {
  id: string;
  kind: "transfer" | "refund" | "reversal";
  status: string;
  amount_minor: number;
  currency: string;
  charge_id: string | null;
  stripe_id: string | null;
};

type Made = {
  id: string;
  movement_id: string | undefined;
  amount_minor: number;
  currency: string;
  charge_id?: string;
  failed?: boolean;
  /** Taken on by Stripe, which has not the money for it yet: the platform lost more in this currency than it has there. */
  waiting?: boolean;
};

export type StripeVerdict = { violations: Violation[]; lost_minor: number; paid_twice: number };

export async function holdAgainstStripe(sql: Sql, world: World): Promise<StripeVerdict> {
  const movements = await sql<Movement[]>`
    select m.id, m.kind, m.status, m.amount_minor::float8 as amount_minor, m.currency, f.charge_id, m.stripe_id
    from money_movements m join offer_payments f on f.id = m.payment_id`;
  const violations: Violation[] = [];
  const broken = (rule: string, detail: string) => violations.push({ rule, detail });
  let paid_twice = 0;

  for (const [kind, made] of Object.entries(madeAtStripe(world))) {
    const of_movement = new Map<string, Made[]>();
    for (const one of made) {
      const key = one.movement_id ?? "";
      of_movement.set(key, [...(of_movement.get(key) ?? []), one]);
    }
    for (const movement of movements.filter((one) => one.kind === kind)) {
      const own = of_movement.get(movement.id) ?? [];
      of_movement.delete(movement.id);
      const good = own.filter(({ failed, waiting }) => !failed && !waiting);
      if (good.length > 1) paid_twice++;
      compare(movement, good, own, broken);
    }
    for (const [movement_id, left] of of_movement)
      broken("stripe-without-movement", `${left.map(({ id }) => id)} for ${movement_id || "no movement"}`);
  }
  paid_twice += await chargedTwice(sql, world, broken);
  const lost_minor = await compareBalances(sql, world, broken);
  return { violations, lost_minor, paid_twice };
}

function compare(
  movement: Movement,
  good: Made[],
  all: Made[],
  broken: (rule: string, detail: string) => void,
) {
  const name = `${movement.kind} ${movement.id}`;
  if (good.length > 1) return broken("moved-twice", `${name}: ${good.map(({ id }) => id).join(", ")}`);
  const [one] = good;
  if (movement.status === "settled" && !one) return broken("settled-without-stripe", name);
  if (movement.status === "failed" && one) return broken("failed-but-moved", `${name}: ${one.id}`);
  if (!one) return;
  if (movement.status !== "settled" && movement.status !== "failed")
    return broken("moved-but-not-settled", `${name} is ${movement.status}: ${one.id}`);
  if (one.amount_minor !== movement.amount_minor || one.currency !== movement.currency.toLowerCase())
    broken("another-amount", `${name}: ${one.id} has ${one.amount_minor} ${one.currency}`);
  if (one.charge_id && one.charge_id !== movement.charge_id)
    broken("another-charge", `${name}: ${one.id} is of ${one.charge_id}, not of ${movement.charge_id}`);
  if (movement.stripe_id !== one.id && !all.some(({ id }) => id === movement.stripe_id))
    broken("another-object", `${name} names ${movement.stripe_id}, Stripe has ${one.id}`);
}

function madeAtStripe({ tables }: World): Record<Movement["kind"], Made[]> {
  return {
    transfer: tables.transfers.all(PLATFORM).map((one) => ({
      id: one.id,
      movement_id: one.metadata.movement_id,
      amount_minor: one.amount,
      currency: one.currency,
      charge_id: idOf(one.source_transaction),
    })),
    refund: tables.refunds.all(PLATFORM).map((one) => ({
      id: one.id,
      movement_id: one.metadata?.movement_id,
      amount_minor: one.amount,
      currency: one.currency,
      charge_id: idOf(one.charge),
      failed: one.status === "failed" || one.status === "canceled",
      waiting: one.status === "pending" && one.balance_transaction === null,
    })),
    reversal: tables.reversals.all(PLATFORM).map((one) => ({
      id: one.id,
      movement_id: one.metadata?.movement_id,
      amount_minor: one.amount,
      currency: one.currency,
    })),
  };
}

/** Every charge that succeeded pays for one funding, and every paid payment has one. @returns offer_payments with more than one charge */
async function chargedTwice(
  sql: Sql,
  world: World,
  broken: (rule: string, detail: string) => void,
): Promise<number> {
  const offer_payments = await sql<
    Array<{ id: string; status: string; charge_id: string | null; amount_minor: number }>
  >`
    select id, status, charge_id, amount_minor::float8 as amount_minor from offer_payments`;
  const charges = new Map<string, string[]>();
  for (const charge of world.tables.charges.all(PLATFORM)) {
    if (charge.status !== "succeeded") continue;
    const payment_id = charge.metadata.payment_id ?? "";
    charges.set(payment_id, [...(charges.get(payment_id) ?? []), charge.id]);
  }
  let twice = 0;
  for (const { id, status, charge_id } of offer_payments) {
    const own = charges.get(id) ?? [];
    charges.delete(id);
    if (own.length > 1) twice++;
    const booked = status === "paid" ? charge_id : undefined;
    if (own.length > 1 || own[0] !== (booked ?? undefined))
      broken(
        "charge-and-payment",
        `${id} is ${status} with ${charge_id}, Stripe has ${own.join(", ") || "none"}`,
      );
  }
  for (const [payment_id, own] of charges)
    broken("charge-without-payment", `${own} for ${payment_id || "nobody"}`);
  return twice;
}

/** @returns by how much Stripe's balances and the books differ, in minor units of whatever currency */
async function compareBalances(
  sql: Sql,
  world: World,
  broken: (rule: string, detail: string) => void,
): Promise<number> {
  const at_stripe = new Map<string, number>();
  for (const { net, currency } of world.tables.balance_transactions.all(PLATFORM))
    at_stripe.set(currency.toUpperCase(), (at_stripe.get(currency.toUpperCase()) ?? 0) + net);
  const booked = await sql<Array<{ currency: string; balance_minor: number }>>`
    select currency, balance_minor::float8 as balance_minor from ledger_accounts where code = 'stripe:platform'`;
  let lost_minor = 0;
  for (const { currency, balance_minor } of booked) {
    const there = at_stripe.get(currency) ?? 0;
    at_stripe.delete(currency);
    lost_minor += Math.abs(there - balance_minor);
    if (there !== balance_minor)
      broken("balance-at-stripe", `${currency}: Stripe has ${there}, the books ${balance_minor}`);
  }
  for (const [currency, there] of at_stripe) {
    lost_minor += Math.abs(there);
    if (there !== 0) broken("balance-at-stripe", `${currency}: Stripe has ${there}, the books nothing`);
  }
  return lost_minor;
}
