/** What has to be known to carry out a movement at Stripe, read in one go. */

import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Movement, movementOf } from "@/app/domain/ledger/movement";
import type { MovementId, OfferId } from "@/app/lib/ids";
import { required } from "@/app/lib/one";
import { db } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";

export type Order = {
  movement: Movement;
  charge_id: string;
  /** The transfer group. */
  offer_id: OfferId;
  /** The charge is under dispute. */
  frozen: boolean;
  destination: { account: string | null; ready: boolean };
  /** For a reversal: the transfer that is taken back. */
  transfer_id: string | null;
};

const reversed = alias(money_movements, "reversed");

export async function readOrder(movement_id: MovementId): Promise<Order | null> {
  const [row] = await db
    .select({
      movement: money_movements,
      payment: offer_payments,
      account: creators.stripe_account_id,
      ready: creators.transfers_active,
      transfer_id: reversed.stripe_id,
    })
    .from(money_movements)
    .innerJoin(offer_payments, eq(offer_payments.id, money_movements.payment_id))
    .leftJoin(creators, eq(creators.id, money_movements.creator_id))
    .leftJoin(
      reversed,
      and(
        eq(money_movements.kind, "reversal"),
        eq(reversed.idempotency_key, sql`'transfer:' || ${money_movements.collaboration_id}`),
      ),
    )
    .where(eq(money_movements.id, movement_id));
  if (!row) return null;
  const { movement, payment, account, ready, transfer_id } = row;
  return {
    movement: movementOf(movement),
    charge_id: required(payment.charge_id, `the charge of ${payment.id}`),
    offer_id: payment.offer_id,
    frozen: payment.frozen_at !== null,
    destination: { account, ready: Boolean(account && ready) },
    transfer_id,
  };
}

/** The transfer that a reversal takes back. */
export function transferOf({ movement, transfer_id }: Order): string {
  if (!transfer_id) throw new Error(`No transfer of ${movement.collaboration_id} is known at Stripe`);
  return transfer_id;
}

/** The account that a transfer goes to. @throws Error when the creator has none: such a transfer waits and is not sent */
export function accountOf({ movement, destination }: Order): string {
  return required(destination.account, `the account that ${movement.id} goes to`);
}
