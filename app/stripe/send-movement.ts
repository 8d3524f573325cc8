/**
 * Step two of a movement: ask Stripe, with a key of the movement's own, and settle with the answer. May be called any number of
 * times, by several processes at once, after any crash.
 */
import { and, eq } from "drizzle-orm";
import Stripe from "stripe";
import { settleAndAdvance } from "@/app/domain/collaboration/settle-transfer";
import type { Movement } from "@/app/domain/ledger/settle-movement";
import { now } from "@/app/lib/clock";
import { db } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { money_movements } from "@/db/schema/ledger";
import { fundings } from "@/db/schema/offer";
import { transact } from "@/db/transact";
import { stripe } from "./client";
import { blockTransfer, refundCameBack } from "./movement-trouble";

/** Stripe may forget a key after 24 h; well before that an unanswered call is looked up instead of being repeated. */
const KEY_TRUSTED_MS = 20 * 3_600_000;

type Destination = { account: string | null; ready: boolean };
type Order = { movement: Movement; charge_id: string; offer_id: string; destination: Destination };

/**
 * @throws when Stripe did not answer, or answered that it cannot now; the caller tries again later
 */
export async function sendMovement(movement_id: string): Promise<void> {
  const order = await readOrder(movement_id);
  if (order?.movement.status !== "intended") return;
  if (order.movement.kind === "transfer" && !order.destination.ready)
    return blockTransfer(order.movement, order.destination.account);

  const known = needsLookUp(order.movement) ? await lookUp(order) : null;
  if (known) return settle(order.movement, known);
  if (needsLookUp(order.movement)) await burnKey(order.movement);
  const fresh = await markSent(movement_id);
  try {
    await settle(fresh, await ask({ ...order, movement: fresh }));
  } catch (error) {
    await onTrouble({ ...order, movement: fresh }, error);
  }
}

async function readOrder(movement_id: string): Promise<Order | null> {
  const [row] = await db
    .select({
      movement: money_movements,
      funding: fundings,
      account: creators.stripe_account_id,
      ready: creators.transfers_active,
    })
    .from(money_movements)
    .innerJoin(fundings, eq(fundings.id, money_movements.funding_id))
    .leftJoin(creators, eq(creators.id, money_movements.creator_id))
    .where(eq(money_movements.id, movement_id));
  if (!row) return null;
  const { movement, funding, account, ready } = row;
  return {
    movement,
    charge_id: funding.charge_id!,
    offer_id: funding.offer_id,
    destination: { account, ready: Boolean(account && ready) },
  };
}

function needsLookUp(movement: Movement): boolean {
  return movement.key_sent_at !== null && now().getTime() - movement.key_sent_at.getTime() > KEY_TRUSTED_MS;
}

/** Remembers that this key is about to be used, before it is. */
async function markSent(movement_id: string): Promise<Movement> {
  const [movement] = await db.select().from(money_movements).where(eq(money_movements.id, movement_id));
  const [marked] = await db
    .update(money_movements)
    .set({ attempts: movement!.attempts + 1, key_sent_at: movement!.key_sent_at ?? now() })
    .where(eq(money_movements.id, movement_id))
    .returning();
  return marked!;
}

/** @returns Stripe's id of the transfer or refund */
async function ask({ movement, charge_id, offer_id, destination }: Order): Promise<string> {
  const idempotencyKey = `${movement.id}:${movement.key_generation}`;
  const metadata = {
    movement_id: movement.id,
    ...(movement.collaboration_id ? { collaboration_id: movement.collaboration_id } : {}),
  };
  if (movement.kind === "transfer") {
    const transfer = await stripe().transfers.create(
      {
        amount: movement.amount_minor,
        currency: movement.currency.toLowerCase(),
        destination: destination.account!,
        // Waits for this charge to settle instead of failing, and can never draw on another brand's money.
        source_transaction: charge_id,
        transfer_group: offer_id,
        metadata,
      },
      { idempotencyKey },
    );
    return transfer.id;
  }
  const refund = await stripe().refunds.create(
    { charge: charge_id, amount: movement.amount_minor, metadata },
    { idempotencyKey },
  );
  if (refund.status === "failed") throw new RefundFailed(refund.failure_reason ?? "unknown");
  return refund.id;
}

class RefundFailed extends Error {}

async function settle(movement: Movement, stripe_id: string): Promise<void> {
  await transact((tx) =>
    settleAndAdvance(tx, {
      movement_id: movement.id,
      collaboration_id: movement.collaboration_id,
      stripe_id,
    }),
  );
}

/** Finds what Stripe already did for this movement, by the metadata that only we write. */
async function lookUp({ movement, charge_id, offer_id }: Order): Promise<string | null> {
  const list =
    movement.kind === "transfer"
      ? stripe().transfers.list({ transfer_group: offer_id, limit: 100 })
      : stripe().refunds.list({ charge: charge_id, limit: 100 });
  for await (const made of list as AsyncIterable<Stripe.Transfer | Stripe.Refund>)
    if (made.metadata?.movement_id === movement.id) return made.id;
  return null;
}

/** A new key for the next try. Only one of several processes burns a generation; the others find it burnt. */
async function burnKey(movement: Movement): Promise<void> {
  await db
    .update(money_movements)
    .set({ key_generation: movement.key_generation + 1, key_sent_at: null })
    .where(
      and(eq(money_movements.id, movement.id), eq(money_movements.key_generation, movement.key_generation)),
    );
}

async function onTrouble(order: Order, error: unknown): Promise<void> {
  const { movement } = order;
  if (error instanceof RefundFailed) return refundCameBack(movement.id, error.message);
  if (error instanceof Stripe.errors.StripeError && (error.statusCode ?? 0) >= 400) {
    // Stripe replays what it answered for a key, refusals and 500s alike, even when the call took effect: look before a new key is used.
    const made = await lookUp(order);
    if (made) return settle(movement, made);
    await burnKey(movement);
  }
  if (
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    movement.kind === "transfer" &&
    aboutTheAccount(error)
  )
    return blockTransfer(movement, order.destination.account);
  throw error;
}

const ACCOUNT_CODES = new Set([
  "account_invalid",
  "transfers_not_allowed",
  "insufficient_capabilities_for_transfer",
]);

function aboutTheAccount(error: Stripe.errors.StripeInvalidRequestError): boolean {
  return error.param === "destination" || ACCOUNT_CODES.has(error.code ?? "");
}
