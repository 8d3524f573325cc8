/**
 * Step three of a movement: Stripe has answered, or its webhook has come, whichever is first. The movement's row is locked and
 * its status checked, so the second messenger finds the work done.
 */
import { and, eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { Tx } from "@/db/client";
import { type MovementStatus, money_movements } from "@/db/schema/ledger";
import { fundings } from "@/db/schema/offer";
import { accounts } from "./accounts";
import { post } from "./post";

export type Movement = typeof money_movements.$inferSelect;

/** The movement under its row lock, or null. */
export async function lockMovement(tx: Tx, movement_id: string): Promise<Movement | null> {
  const [movement] = await tx
    .select()
    .from(money_movements)
    .where(eq(money_movements.id, movement_id))
    .for("update");
  return movement ?? null;
}

/**
 * Stripe did it: clearing → platform. Idempotent.
 * @param stripe_id `tr_…` or `re_…`
 * @returns the movement when this call settled it, null when it was settled before
 */
export async function settleMovement(
  tx: Tx,
  movement_id: string,
  stripe_id: string,
): Promise<Movement | null> {
  const movement = await lockMovement(tx, movement_id);
  if (!movement || movement.status === "settled" || movement.status === "failed") return null;
  await changeStatus(tx, movement, "settled", { stripe_id, settled_at: now(), reason: null });
  await post(tx, {
    kind: movement.kind === "transfer" ? "transfer_settled" : "refund_settled",
    idempotency_key: `settled:${movement.id}`,
    currency: movement.currency,
    funding_id: movement.funding_id,
    collaboration_id: movement.collaboration_id ?? undefined,
    movement_id: movement.id,
    entries: [
      { account: accounts.stripeClearing, amount_minor: movement.amount_minor },
      { account: accounts.stripePlatform, amount_minor: -movement.amount_minor },
    ],
  });
  return movement;
}

/** It cannot go out now (the creator's account, say): it stays owed, with the reason shown, and is tried again when that changes. */
export async function blockMovement(tx: Tx, movement_id: string, reason: string): Promise<Movement | null> {
  const movement = await lockMovement(tx, movement_id);
  if (movement?.status !== "intended") return null;
  await changeStatus(tx, movement, "blocked", { reason });
  return movement;
}

/** A blocked movement may be tried again. @returns false when it was not blocked */
export async function unblockMovement(tx: Tx, movement_id: string): Promise<boolean> {
  const movement = await lockMovement(tx, movement_id);
  if (movement?.status !== "blocked") return false;
  await changeStatus(tx, movement, "intended", { reason: null });
  return true;
}

/**
 * A refund that can never reach the card, before or after it seemed to: the money is the brand's own, free to use. Idempotent.
 * @returns the movement when this call changed it
 */
export async function failRefund(tx: Tx, movement_id: string, reason: string): Promise<Movement | null> {
  const movement = await lockMovement(tx, movement_id);
  if (movement?.kind !== "refund" || movement.status === "failed") return null;
  const [funding] = await tx
    .select({ brand_id: fundings.brand_id })
    .from(fundings)
    .where(eq(fundings.id, movement.funding_id));
  // Settled: the amount had left the platform and is back there. Not settled: it never left the clearing account.
  const from = movement.status === "settled" ? accounts.stripePlatform : accounts.stripeClearing;
  await changeStatus(tx, movement, "failed", { reason });
  await post(tx, {
    kind: "refund_failed",
    idempotency_key: `refund-failed:${movement.id}`,
    currency: movement.currency,
    funding_id: movement.funding_id,
    movement_id: movement.id,
    entries: [
      { account: from, amount_minor: movement.amount_minor },
      { account: accounts.brandAvailable(funding!.brand_id), amount_minor: -movement.amount_minor },
    ],
  });
  return movement;
}

async function changeStatus(
  tx: Tx,
  movement: Movement,
  status: MovementStatus,
  set: Partial<typeof money_movements.$inferInsert>,
): Promise<void> {
  const changed = await tx
    .update(money_movements)
    .set({ ...set, status })
    .where(and(eq(money_movements.id, movement.id), eq(money_movements.status, movement.status)))
    .returning({ id: money_movements.id });
  if (changed.length !== 1) throw new Error(`Movement ${movement.id} changed under its lock`);
}
