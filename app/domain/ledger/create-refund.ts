/** Step one of giving a brand its money back: the unclaimed part of a charge leaves the offer's budget for the card it came from. */

import { eq, sql } from "drizzle-orm";
import { type CollaborationId, type MovementId, newId, type PaymentId } from "@/app/lib/ids";
import { isMovable } from "@/app/lib/money";
import { Refusal } from "@/app/lib/refusal";
import type { Tx } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import { emit } from "../outbox/emit";
import { accounts } from "./accounts";
import { post } from "./post";

type Counters = "amount_minor" | "claimed_minor" | "refunded_minor" | "charged_back_minor";

/** What of a charge nobody has claimed and nobody has taken back, in minor units. */
export function unclaimedOf(payment: Pick<typeof offer_payments.$inferSelect, Counters>): number {
  return payment.amount_minor - payment.claimed_minor - payment.refunded_minor - payment.charged_back_minor;
}

export type RefundIntent = {
  payment_id: PaymentId;
  amount_minor: number;
  /** What was recovered from this collaboration's creator goes back, instead of budget that nobody claimed. */
  recovered_from?: CollaborationId;
  /** What asks for it, e.g. `close-offer` or `void:collab_…`; the same cause refunds a charge once. */
  cause: string;
};

/**
 * The caller has locked the offer. @returns the movement's id, or null when this cause had its refund, or there is nothing to refund
 * @throws Refusal `refund_above_rest` when less than that is unclaimed on the charge · `charge_disputed` while a card dispute is open ·
 *   `amount_not_movable` when it is no amount of the charge's currency
 */
export async function createRefund(tx: Tx, intent: RefundIntent): Promise<MovementId | null> {
  if (intent.amount_minor === 0) return null;
  const [payment] = await tx
    .select()
    .from(offer_payments)
    .where(eq(offer_payments.id, intent.payment_id))
    .for("update");
  if (payment?.status !== "paid") throw new Refusal("refund_without_charge", { status: 409 });
  if (payment.frozen_at) throw new Refusal("charge_disputed", { status: 409 });
  if (!isMovable(intent.amount_minor, payment.currency)) throw new Refusal("amount_not_movable");
  const id = newId("movement");
  const made = await tx
    .insert(money_movements)
    .values({
      id,
      kind: "refund",
      currency: payment.currency,
      amount_minor: intent.amount_minor,
      payment_id: payment.id,
      idempotency_key: `refund:${payment.id}:${intent.cause}`,
    })
    .onConflictDoNothing({ target: money_movements.idempotency_key })
    .returning({ id: money_movements.id });
  if (made.length === 0) return null;
  const rest_minor = unclaimedOf(payment);
  if (intent.amount_minor > rest_minor) throw new Refusal("refund_above_rest", { status: 409 });
  await tx
    .update(offer_payments)
    .set({ refunded_minor: sql`${offer_payments.refunded_minor} + ${intent.amount_minor}` })
    .where(eq(offer_payments.id, payment.id));
  await post(tx, {
    kind: "refund_pending",
    idempotency_key: `refund-intended:${id}`,
    currency: payment.currency,
    payment_id: payment.id,
    movement_id: id,
    entries: [
      {
        account: intent.recovered_from
          ? accounts.clawback(intent.recovered_from)
          : accounts.offerBudget(payment.offer_id),
        amount_minor: intent.amount_minor,
      },
      { account: accounts.stripeClearing, amount_minor: -intent.amount_minor },
    ],
  });
  await emit(tx, "movement/created", { movement_id: id });
  return id;
}
