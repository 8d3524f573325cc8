/**
 * Step three of a movement: Stripe has answered, or its webhook has come, whichever is first. The movement's row is locked and
 * its status checked, so the second messenger finds the work done.
 */

import { and, eq } from "drizzle-orm";
import type { MovementStatus } from "@/app/domain/ledger/vocabulary";
import { now } from "@/app/lib/clock";
import type { MovementId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import { accounts } from "./accounts";
import {
  type Movement,
  movementOf,
  type RefundMovement,
  type ReversalMovement,
  type TransferMovement,
} from "./movement";
import { post } from "./post";
import { recordRecovery } from "./recover";

/** The movement under its row lock, or null. */
export async function lockMovement(tx: Tx, movement_id: MovementId): Promise<Movement | null> {
  const [movement] = await tx
    .select()
    .from(money_movements)
    .where(eq(money_movements.id, movement_id))
    .for("update");
  return movement ? movementOf(movement) : null;
}

const SETTLED = {
  transfer: "transfer_settled",
  refund: "refund_settled",
  reversal: "reversal_settled",
} as const;

/**
 * Stripe did it: clearing → platform, or for a reversal the other way. Idempotent.
 * @param stripe_id `tr_…`, `re_…` or `trr_…`
 * @returns the movement when this call settled it, null when it was settled before
 */
export async function settleMovement(
  tx: Tx,
  movement_id: MovementId,
  stripe_id: string,
): Promise<Movement | null> {
  const movement = await lockMovement(tx, movement_id);
  if (!movement || movement.status === "settled" || movement.status === "failed") return null;
  await changeStatus(tx, movement, "settled", { stripe_id, settled_at: now(), reason: null });
  const out_minor = movement.kind === "reversal" ? -movement.amount_minor : movement.amount_minor;
  await post(tx, {
    kind: SETTLED[movement.kind],
    idempotency_key: `settled:${movement.id}`,
    currency: movement.currency,
    payment_id: movement.payment_id,
    collaboration_id: movement.collaboration_id ?? undefined,
    movement_id: movement.id,
    entries: [
      { account: accounts.stripeClearing, amount_minor: out_minor },
      { account: accounts.stripePlatform, amount_minor: -out_minor },
    ],
  });
  if (movement.kind === "reversal") await recordRecovery(tx, movement.clawback_id, movement.amount_minor);
  return movement;
}

/** It cannot go out now (the creator's account, a dispute): it stays owed, with the reason shown, and is tried again when that changes. */
export async function blockMovement(
  tx: Tx,
  movement_id: MovementId,
  reason: string,
): Promise<Movement | null> {
  const movement = await lockMovement(tx, movement_id);
  if (movement?.status !== "pending") return null;
  await changeStatus(tx, movement, "blocked", { reason });
  return movement;
}

/** A blocked movement may be tried again. @returns false when it was not blocked */
export async function unblockMovement(tx: Tx, movement_id: MovementId): Promise<boolean> {
  const movement = await lockMovement(tx, movement_id);
  if (movement?.status !== "blocked") return false;
  await changeStatus(tx, movement, "pending", { reason: null });
  return true;
}

/**
 * A refund that can never reach the card, before or after it seemed to: the money is the brand's own, free to use. Idempotent.
 * @returns the movement when this call changed it
 */
export async function failRefund(
  tx: Tx,
  movement_id: MovementId,
  reason: string,
): Promise<RefundMovement | null> {
  const movement = await lockMovement(tx, movement_id);
  if (movement?.kind !== "refund" || movement.status === "failed") return null;
  const payment = one(
    await tx
      .select({ brand_id: offer_payments.brand_id })
      .from(offer_payments)
      .where(eq(offer_payments.id, movement.payment_id)),
    "the payment",
  );
  // Settled: the amount had left the platform and is back there. Not settled: it never left the clearing account.
  const from = movement.status === "settled" ? accounts.stripePlatform : accounts.stripeClearing;
  await changeStatus(tx, movement, "failed", { reason });
  await post(tx, {
    kind: "refund_failed",
    idempotency_key: `refund-failed:${movement.id}`,
    currency: movement.currency,
    payment_id: movement.payment_id,
    movement_id: movement.id,
    entries: [
      { account: from, amount_minor: movement.amount_minor },
      { account: accounts.brandAvailable(payment.brand_id), amount_minor: -movement.amount_minor },
    ],
  });
  return movement;
}

/**
 * A transfer that was never sent will not be: what it carried is the creator's again in the books, for whoever undoes the release.
 * @throws Refusal 409 `transfer_on_its_way` when Stripe may have heard of it
 */
export async function withdrawTransfer(tx: Tx, movement: TransferMovement, reason: string): Promise<void> {
  const open = movement.status === "blocked" || movement.status === "pending";
  if (!open || movement.key_sent_at) throw new Refusal("transfer_on_its_way", { status: 409 });
  await changeStatus(tx, movement, "failed", { reason });
  await post(tx, {
    kind: "transfer_failed",
    idempotency_key: `transfer-failed:${movement.id}`,
    currency: movement.currency,
    payment_id: movement.payment_id,
    collaboration_id: movement.collaboration_id ?? undefined,
    movement_id: movement.id,
    entries: [
      { account: accounts.stripeClearing, amount_minor: movement.amount_minor },
      { account: accounts.creatorPayable(movement.creator_id), amount_minor: -movement.amount_minor },
    ],
  });
}

/** The creator's account has too little for it: the debt stays, to be recovered from what they earn next. Idempotent. */
export async function failReversal(
  tx: Tx,
  movement_id: MovementId,
  reason: string,
): Promise<ReversalMovement | null> {
  const movement = await lockMovement(tx, movement_id);
  if (movement?.kind !== "reversal" || movement.status !== "pending") return null;
  await changeStatus(tx, movement, "failed", { reason });
  await post(tx, {
    kind: "reversal_failed",
    idempotency_key: `reversal-failed:${movement.id}`,
    currency: movement.currency,
    payment_id: movement.payment_id,
    collaboration_id: movement.collaboration_id ?? undefined,
    movement_id: movement.id,
    entries: [
      { account: accounts.creatorOwed(movement.creator_id), amount_minor: movement.amount_minor },
      { account: accounts.stripeClearing, amount_minor: -movement.amount_minor },
    ],
  });
  return movement;
}

async function changeStatus(
  tx: Tx,
  movement: Movement,
  status: MovementStatus,
  set: Partial<Pick<Movement, "stripe_id" | "settled_at" | "reason">>,
): Promise<void> {
  const changed = await tx
    .update(money_movements)
    .set({ ...set, status })
    .where(and(eq(money_movements.id, movement.id), eq(money_movements.status, movement.status)))
    .returning({ id: money_movements.id });
  if (changed.length !== 1) throw new Error(`Movement ${movement.id} changed under its lock`);
}
