/** What was recovered from a creator goes back to the card that had paid for the post. */

import { and, eq, inArray, isNull } from "drizzle-orm";
import type { ClawbackId, PaymentId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import type { Queryable, Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { clawbacks, money_movements } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import { accounts } from "./accounts";
import { createRefund, unclaimedOf } from "./create-refund";
import { claim, paymentBehind } from "./held-funds";
import { post } from "./post";
import { absorbedLoss } from "./queries/absorbed-loss";

/**
 * Waits while pay rests, or may come to rest, on the same charge: Stripe lets a charge carry no more transfers than what is left of it after refunds,
 * and what was recovered came from another charge. Waits, too, while the charge is disputed. Of a charge lost to a dispute the bank
 * has given everything back, so there the platform's loss becomes smaller first.
 *
 * @returns what went back now, in minor units; 0 when nothing was to do or it has to wait
 */
export async function returnRecovered(tx: Tx, clawback_id: ClawbackId): Promise<number> {
  const [known] = await tx
    .select({
      id: collaborations.id,
      offer_id: collaborations.offer_id,
      payment_id: collaborations.payment_id,
    })
    .from(clawbacks)
    .innerJoin(collaborations, eq(collaborations.id, clawbacks.collaboration_id))
    .where(eq(clawbacks.id, clawback_id));
  if (!known) return 0;
  const offer = one(
    await tx.select().from(offers).where(eq(offers.id, known.offer_id)).for("update"),
    "the offer",
  );
  const payment = one(
    await tx
      .select()
      .from(offer_payments)
      .where(eq(offer_payments.id, paymentBehind(known)))
      .for("update"),
    "the payment",
  );
  const debt = one(
    await tx.select().from(clawbacks).where(eq(clawbacks.id, clawback_id)).for("update"),
    "the clawback",
  );
  const amount_minor = debt.recovered_minor - debt.returned_minor;
  const may_be_claimed = offer.status !== "closed" && unclaimedOf(payment) > 0;
  if (amount_minor === 0 || payment.frozen_at || may_be_claimed || (await payRestsOn(tx, payment.id)))
    return 0;

  const cause = `recovered:${debt.id}:${debt.recovered_minor}`;
  const offset_minor = Math.min(amount_minor, await absorbedLoss(tx, payment.id));
  if (offset_minor > 0)
    await post(tx, {
      kind: "recovered",
      idempotency_key: cause,
      currency: debt.currency,
      collaboration_id: debt.collaboration_id,
      payment_id: payment.id,
      entries: [
        { account: accounts.clawback(debt.collaboration_id), amount_minor: offset_minor },
        { account: accounts.losses, amount_minor: -offset_minor },
      ],
    });
  const to_card_minor = amount_minor - offset_minor;
  if (to_card_minor > 0) {
    await claim(tx, payment.id, -to_card_minor);
    await createRefund(tx, {
      payment_id: payment.id,
      amount_minor: to_card_minor,
      cause,
      recovered_from: debt.collaboration_id,
    });
  }
  await tx
    .update(clawbacks)
    .set({ returned_minor: debt.recovered_minor })
    .where(eq(clawbacks.id, clawback_id));
  return amount_minor;
}

/** Whether something may still be sent from this charge: a running collaboration, or a transfer that has not arrived. */
async function payRestsOn(tx: Queryable, payment_id: PaymentId): Promise<boolean> {
  const [running] = await tx
    .select({ id: collaborations.id })
    .from(collaborations)
    .where(and(eq(collaborations.payment_id, payment_id), isNull(collaborations.ended_at)))
    .limit(1);
  if (running) return true;
  const [open] = await tx
    .select({ id: money_movements.id })
    .from(money_movements)
    .where(
      and(
        eq(money_movements.payment_id, payment_id),
        eq(money_movements.kind, "transfer"),
        inArray(money_movements.status, ["pending", "blocked"]),
      ),
    )
    .limit(1);
  return Boolean(open);
}
