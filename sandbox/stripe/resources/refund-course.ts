/** How a refund goes: paid at once or when the balance covers it, believed by the bank or returned days later. */
import type Stripe from "stripe";
import { PLATFORM, type Scope } from "../keep/table";
import { cardOf } from "../money/cards";
import { recordTransaction, stillPendingUntil } from "../money/transactions";
import { emit } from "../webhooks/emit";
import { idOf, type World } from "../world";

const DAY_MS = 86_400_000;

/**
 * A charge still settling is refunded out of what is pending; a settled one out of what is available. Stripe keeps its
 * fee on a refund, so the money of a charge alone never covers its whole refund: for the fees, and only for them, the
 * balance may go below zero, and Stripe debits the platform's bank.
 */
export function isCovered(world: World, scope: Scope, charge: Stripe.Charge, amount_minor: number): boolean {
  const { available_minor, pending_minor, fees_minor } = world.balances.of(scope, charge.currency);
  const settling = stillPendingUntil(world, idOf(charge.balance_transaction)) !== undefined;
  return amount_minor <= available_minor + fees_minor + (settling ? pending_minor : 0);
}

/** Takes the money for `refund` and decides what the bank will make of it. */
export function pay(world: World, scope: Scope, refund: Stripe.Refund, charge: Stripe.Charge): void {
  refund.pending_reason = undefined;
  refund.balance_transaction = recordTransaction(world, scope, {
    type: "refund",
    amount_minor: -refund.amount,
    currency: refund.currency,
    source: refund.id,
    available_on: stillPendingUntil(world, idOf(charge.balance_transaction)),
    description: "REFUND FOR CHARGE",
  }).id;
  const fate = cardOf(world.tables.payment_methods.get(charge.payment_method ?? ""))?.fate;
  const struck = world.faults.strike(["refund_fails", "refund_pending"])?.kind ?? fate;
  refund.status = struck === "refund_pending" ? "pending" : "succeeded";
  if (refund.status === "pending") refund.pending_reason = "processing";
  if (struck !== "refund_fails" && struck !== "refund_pending") return;
  const due_ms = world.now_ms() + DAY_MS;
  arm(
    world,
    world.tables.refund_fates.insert(scope, { id: refund.id, fails: struck === "refund_fails", due_ms }),
  );
}

/** What a bank will say of a refund later. One that fails looks like it succeeded until then, as at Stripe. */
export type RefundFate = { id: string; fails: boolean; due_ms: number };

function arm(world: World, fate: RefundFate): void {
  world.scheduler.at(
    fate.due_ms,
    () => finishRefund(world, fate.id, fate.fails ? "failed" : "succeeded"),
    () => world.tables.refund_fates.get(fate.id) !== undefined,
  );
}

/** Takes up the refunds that a bank was still deciding when the emulator ended. */
export function resumeRefunds(world: World): void {
  for (const fate of world.tables.refund_fates.everything()) arm(world, fate);
}

/** What the bank said: a refund that failed gives its money back to the balance. */
export function finishRefund(world: World, id: string, outcome: "succeeded" | "failed"): void {
  const refund = world.tables.refunds.get(id);
  if (!refund || refund.status === "failed" || refund.status === "canceled") return;
  if (outcome === "succeeded" && refund.status !== "pending") return;
  const scope = world.tables.refunds.scopeOf(id);
  world.tables.refund_fates.forget(id);
  refund.status = outcome;
  refund.pending_reason = undefined;
  if (outcome === "failed") giveBack(world, scope, refund);
  world.tables.refunds.save(refund);
  if (outcome === "failed") emit(world, "refund.failed", refund, { scope });
  emit(world, "refund.updated", refund, { scope });
  emit(world, "charge.refund.updated", refund, { scope });
}

function giveBack(world: World, scope: Scope, refund: Stripe.Refund): void {
  refund.failure_reason = "expired_or_canceled_card";
  const charge = world.tables.charges.known(idOf(refund.charge));
  charge.amount_refunded -= refund.amount;
  charge.refunded = false;
  world.tables.charges.save(charge);
  if (!refund.balance_transaction) return; // it had not been paid for yet
  refund.failure_balance_transaction = recordTransaction(world, scope, {
    type: "refund_failure",
    amount_minor: refund.amount,
    currency: refund.currency,
    source: refund.id,
    available_on: stillPendingUntil(world, idOf(refund.balance_transaction)),
    description: "REFUND FAILURE FOR CHARGE",
  }).id;
}

/** Pays the refunds that waited for money, oldest first, as far as the balance reaches. */
export function payWaitingRefunds(world: World, currency_code: string): void {
  for (const refund of world.tables.refunds.all(PLATFORM, "waiting", currency_code)) {
    const charge = world.tables.charges.known(idOf(refund.charge));
    if (!isCovered(world, PLATFORM, charge, refund.amount)) return;
    pay(world, PLATFORM, refund, charge);
    world.tables.refunds.save(refund);
    emit(world, "refund.updated", refund);
    emit(world, "charge.refund.updated", refund);
  }
}
