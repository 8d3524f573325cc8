/** Refunds and reversals read afresh at Stripe and taken into the books: for webhooks that come in any order, and for the sweep. */
import { eq, inArray } from "drizzle-orm";
import { settleAndAdvance } from "@/app/domain/collaboration/settle-transfer";
import { db } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { transact } from "@/db/transact";
import { stripe } from "./client";
import { refundMade } from "./movement-calls";
import { refundCameBack } from "./movement-trouble";

/** A refund may fail days after it seemed done. @returns whether it is one of ours */
export async function settleRefund(refund_id: string): Promise<boolean> {
  const refund = await stripe().refunds.retrieve(refund_id);
  const [movement_id] = await ours([refund.metadata?.movement_id]);
  if (!movement_id) return false;
  const made = refundMade(refund);
  if (made.state === "failed") await refundCameBack(movement_id, made.reason);
  if (made.state === "done")
    await transact((tx) => settleAndAdvance(tx, { movement_id, collaboration_id: null, stripe_id: made.id }));
  return true;
}

/** @returns how many of the transfer's reversals are ours */
export async function settleReversals(transfer_id: string): Promise<number> {
  const { data } = await stripe().transfers.listReversals(transfer_id, { limit: 100 });
  const known = await ours(data.map(({ metadata }) => metadata?.movement_id));
  for (const { id, metadata } of data) {
    const movement_id = metadata?.movement_id;
    if (movement_id && known.includes(movement_id))
      await transact((tx) => settleAndAdvance(tx, { movement_id, collaboration_id: null, stripe_id: id }));
  }
  return known.length;
}

/** Metadata may lie: it counts only when it names movements that we wrote. */
async function ours(named: ReadonlyArray<string | undefined>): Promise<string[]> {
  const ids = named.filter((id) => id !== undefined);
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: money_movements.id })
    .from(money_movements)
    .where(inArray(money_movements.id, ids));
  return rows.map(({ id }) => id);
}

/** The sweep's part: refunds that waited for money, whose webhook never came. */
export async function settleWaitingRefund(movement_id: string): Promise<void> {
  const [movement] = await db.select().from(money_movements).where(eq(money_movements.id, movement_id));
  if (movement?.stripe_id) await settleRefund(movement.stripe_id);
}
