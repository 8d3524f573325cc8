/**
 * Sends a pending movement to Stripe, with a key of the movement's own, and settles it with the answer. May be called any number of
 * times, by several processes at once, after any crash.
 */

import { and, eq } from "drizzle-orm";
import Stripe from "stripe";
import { SYSTEM } from "@/app/domain/actor";
import type { Collaboration } from "@/app/domain/collaboration/lock";
import { readPayoutGate } from "@/app/domain/collaboration/payout-gate";
import { transition } from "@/app/domain/collaboration/transition";
import { type Movement, movementOf, type TransferMovement } from "@/app/domain/ledger/movement";
import { blockMovement, lockMovement } from "@/app/domain/ledger/settle-movement";
import { now } from "@/app/lib/clock";
import type { CollaborationId, MovementId } from "@/app/lib/ids";
import { one, required } from "@/app/lib/one";
import { db, type Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import { disconnectAccount } from "../accounts";
import { stripe } from "../client";
import { settleDispute } from "../disputes";
import { createAtStripe } from "./create";
import { findAtStripe } from "./find";
import { accountOf, type Order, readOrder } from "./order";
import {
  blockForAccount,
  blockTransfer,
  holdBackDisputed,
  isAboutTheAccount,
  isKept,
  type Made,
  recordOutcome,
  refundCameBack,
  reversalFailed,
  saysNothingOfTheKey,
} from "./outcome";

/** Stripe may forget a key after 24 h; well before that an unanswered call is looked up instead of being repeated. */
const KEY_TRUSTED_MS = 20 * 3_600_000;

/**
 * @throws when Stripe did not answer, or answered that it cannot now; the caller tries again later
 */
export async function sendMovement(movement_id: MovementId): Promise<void> {
  const order = await readOrder(movement_id);
  if (order?.movement.status !== "pending") return;
  const { movement } = order;
  if (movement.kind === "transfer" && !order.destination.ready) return blockTransfer(movement);

  if (needsLookUp(movement)) {
    const known = await findAtStripe(order);
    if (known) return recordOutcome(movement, known);
    await rotateKey(movement);
  }
  const sent = await markSent(movement_id);
  if (!sent) return;
  const fresh = { ...order, movement: sent };
  let made: Made;
  try {
    made = await createAtStripe(fresh);
  } catch (error) {
    return onTrouble(fresh, error);
  }
  await recordOutcome(fresh.movement, made);
}

function needsLookUp(movement: Movement): boolean {
  return movement.key_sent_at !== null && now().getTime() - movement.key_sent_at.getTime() > KEY_TRUSTED_MS;
}

/**
 * Remembers that this key is about to be used, before it is. Under the locks of the collaboration, the charge and the movement, because since
 * it was read the post may be gone, a dispute have frozen the charge, or the movement be withdrawn: then nothing is sent.
 *
 * @returns null when it does not go out now
 */
export async function markSent(movement_id: MovementId): Promise<Movement | null> {
  return transact(async (tx) => {
    const seen = one(
      await tx.select().from(money_movements).where(eq(money_movements.id, movement_id)),
      "the movement",
    );
    const row =
      seen.kind === "transfer" && seen.collaboration_id ? await lockRow(tx, seen.collaboration_id) : null;
    const charge = one(
      await tx
        .select({ frozen_at: offer_payments.frozen_at })
        .from(offer_payments)
        .where(eq(offer_payments.id, seen.payment_id))
        .for("share"),
      "the payment",
    );
    const movement = await lockMovement(tx, movement_id);
    if (movement?.status !== "pending") return null;
    // What Stripe may have heard of is brought to its end.
    if (movement.key_sent_at) return mark(tx, movement, {});
    if (movement.kind === "transfer")
      return markTransfer(tx, required(row, "the collaboration"), movement, charge);
    // A reversal brings money in.
    if (charge.frozen_at && movement.kind === "refund") {
      await blockMovement(tx, movement_id, "charge_disputed");
      return null;
    }
    return mark(tx, movement, {});
  });
}

/** A transfer goes through the gate; closed, it waits for what closes it. */
async function markTransfer(
  tx: Tx,
  row: Collaboration,
  movement: TransferMovement,
  charge: { frozen_at: Date | null },
): Promise<Movement | null> {
  const gate = await readPayoutGate(tx, row, movement, charge);
  if (gate.open) return mark(tx, movement, { destination: gate.destination });
  switch (gate.because) {
    // This machine's clock is behind that of the one which ended the hold: the sweep asks again.
    case "hold":
      return null;
    case "charge_disputed":
      await blockMovement(tx, movement.id, gate.because);
      return null;
    case "account":
      await blockForAccount(tx, movement);
      return null;
    case "look_needed":
      await blockMovement(tx, movement.id, gate.because);
      await transition(tx, SYSTEM, { collaboration_id: row.id, event: "request_look" });
      return null;
  }
}

async function mark(tx: Tx, movement: Movement, set: { destination?: string }): Promise<Movement> {
  const marked = one(
    await tx
      .update(money_movements)
      .set({ ...set, attempts: movement.attempts + 1, key_sent_at: movement.key_sent_at ?? now() })
      .where(eq(money_movements.id, movement.id))
      .returning(),
    "the movement",
  );
  return movementOf(marked);
}

async function lockRow(tx: Tx, id: CollaborationId): Promise<Collaboration> {
  const rows = await tx.select().from(collaborations).where(eq(collaborations.id, id)).for("update");
  return one(rows, "the collaboration");
}

/** A new key for the next try. Only one of several processes burns a generation; the others find it burnt. */
async function rotateKey(movement: Movement): Promise<void> {
  await db
    .update(money_movements)
    .set({ key_version: movement.key_version + 1, key_sent_at: null })
    .where(and(eq(money_movements.id, movement.id), eq(money_movements.key_version, movement.key_version)));
}

async function onTrouble(order: Order, error: unknown): Promise<void> {
  const { movement } = order;
  if (saysNothingOfTheKey(error)) throw error;
  if (error instanceof Stripe.errors.StripeError && (error.statusCode ?? 0) >= 400) {
    // Stripe replays what it answered for a key, refusals and 500s alike, even when the call took effect: look before a new key is used.
    const made = await findAtStripe(order);
    if (made) return recordOutcome(movement, made);
    if (!isKept(error)) throw error;
    await rotateKey(movement);
  }
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    if (movement.kind === "transfer" && isAboutTheAccount(error)) {
      // Stripe knows better than our record, which decides whether the transfer has to wait.
      await disconnectAccount(accountOf(order));
      return blockTransfer(movement);
    }
    if (movement.kind === "refund" && error.code === "charge_disputed") return onDisputed(order);
    if (movement.kind === "refund" && error.code === "charge_already_refunded")
      return refundCameBack(movement.id, error.code);
    if (movement.kind === "reversal") return reversalFailed(movement.id, error.code ?? "refused");
  }
  throw error;
}

/** Stripe knows of a dispute, perhaps before we do. Only one that is closed means that the card will never take the refund. */
async function onDisputed({ movement, charge_id }: Order): Promise<void> {
  for await (const { id } of stripe().disputes.list({ charge: charge_id, limit: 100 }))
    await settleDispute(id);
  const order = await readOrder(movement.id);
  if (order?.movement.status !== "pending") return;
  if (order.frozen) await holdBackDisputed(movement);
  else await refundCameBack(movement.id, "charge_disputed");
}
