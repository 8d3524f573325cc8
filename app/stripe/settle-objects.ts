/** What Stripe says of refunds, reversals and transfers taken into the books: for webhooks that come in any order, and for the sweep. */

import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import { settleAndAdvance } from "@/app/domain/collaboration/settle-transfer";
import { isId, type MovementId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { transact } from "@/db/transact";
import { stripe } from "./client";
import { idOf } from "./id-of";
import { type Order, readOrder } from "./movements/order";
import { refundCameBack, refundMade } from "./movements/outcome";
import { assertMatch, Unacceptable } from "./unacceptable";

/**
 * A refund may fail days after it seemed done.
 * @returns whether it is one of ours
 * @throws Unacceptable when it names a movement of ours and is another one
 */
export async function settleRefund(refund_id: string): Promise<boolean> {
  const refund = await stripe().refunds.retrieve(refund_id);
  const ours = await readNamed(refund.metadata?.movement_id);
  if (!ours) return false;
  assertSame(ours, { kind: "refund", id: refund.id, amount: refund.amount, currency: refund.currency });
  assertMatch({ charge: ours.charge_id }, { charge: idOf(refund.charge) });
  const { movement } = ours;
  const made = refundMade(refund);
  if (made.state === "failed") await refundCameBack(movement.id, made.reason);
  if (made.state === "done")
    await transact((tx) =>
      settleAndAdvance(tx, { movement_id: movement.id, collaboration_id: null, stripe_id: made.id }),
    );
  return true;
}

/** @returns how many of the transfer's reversals are ours @throws Unacceptable as `settleRefund` */
export async function settleReversals(transfer_id: string): Promise<number> {
  const { data } = await stripe().transfers.listReversals(transfer_id, { limit: 100 });
  let known = 0;
  for (const { id, amount, currency, metadata } of data) {
    const ours = await readNamed(metadata?.movement_id);
    if (!ours) continue;
    known++;
    assertSame(ours, { kind: "reversal", id, amount, currency });
    assertMatch({ transfer: ours.transfer_id }, { transfer: transfer_id });
    await transact((tx) =>
      settleAndAdvance(tx, { movement_id: ours.movement.id, collaboration_id: null, stripe_id: id }),
    );
  }
  return known;
}

/** @returns whether it is one of ours @throws Unacceptable as `settleRefund` */
export async function settleTransfer(transfer: Stripe.Transfer): Promise<boolean> {
  const ours = await readNamed(transfer.metadata?.movement_id);
  if (!ours) return false;
  const { movement, charge_id, offer_id, destination } = ours;
  const { id, amount, currency } = transfer;
  assertSame(ours, { kind: "transfer", id, amount, currency });
  assertMatch(
    { source_transaction: charge_id, transfer_group: offer_id, destination: destination.account },
    {
      source_transaction: idOf(transfer.source_transaction),
      transfer_group: transfer.transfer_group,
      destination: idOf(transfer.destination),
    },
  );
  await transact((tx) =>
    settleAndAdvance(tx, {
      movement_id: movement.id,
      collaboration_id: movement.collaboration_id,
      stripe_id: id,
    }),
  );
  return true;
}

/** Metadata may lie: it counts only when it names a movement that we wrote, and the object is the one that was asked for. */
async function readNamed(movement_id: unknown): Promise<Order | null> {
  return isId("movement", movement_id) ? readOrder(movement_id) : null;
}

function assertSame(
  { movement }: Order,
  made: { kind: Order["movement"]["kind"]; id: string; amount: number; currency: string },
): void {
  const { kind, amount_minor, stripe_id } = movement;
  assertMatch(
    { kind, amount: amount_minor, currency: movement.currency.toLowerCase() },
    { kind: made.kind, amount: made.amount, currency: made.currency },
  );
  if (stripe_id && stripe_id !== made.id)
    throw new Unacceptable("second_object", `${movement.id} is ${stripe_id}, and ${made.id} says it is too`);
}

/** The sweep's part: refunds that waited for money, whose webhook never came. */
export async function settleWaitingRefund(movement_id: MovementId): Promise<void> {
  const [movement] = await db.select().from(money_movements).where(eq(money_movements.id, movement_id));
  if (movement?.stripe_id) await settleRefund(movement.stripe_id);
}
