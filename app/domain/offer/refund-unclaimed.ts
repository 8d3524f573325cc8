/** What no slot of a closed offer has claimed goes back to the card it came from. */

import { and, asc, eq, isNull } from "drizzle-orm";
import type { OfferId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { offer_payments } from "@/db/schema/offer";
import { createRefund, unclaimedOf } from "../ledger/create-refund";
import { notify } from "../notifications/notify";
import type { Offer } from "./lock-offer";

/** The caller has locked the offer. @returns what is refunded now, in minor units of the offer's currency */
export async function refundUnclaimed(tx: Tx, offer: Offer): Promise<number> {
  const refunded_minor = await refundCharges(tx, offer.id);
  if (refunded_minor > 0)
    await notify(tx, { brand_id: offer.brand_id }, "money", {
      template: "offer_closed_refund_sent",
      params: {
        offer_id: offer.id,
        offer_title: offer.title,
        amount_minor: refunded_minor,
        currency: offer.currency,
      },
    });
  return refunded_minor;
}

/**
 * Charge by charge, since a refund can only go back the way its money came. A charge under dispute waits for the bank: what is left
 * of it goes back when it is thawed (see disputes/freeze).
 *
 * @returns minor units of the offer's currency
 */
async function refundCharges(tx: Tx, offer_id: OfferId): Promise<number> {
  const paid = await tx
    .select()
    .from(offer_payments)
    .where(
      and(
        eq(offer_payments.offer_id, offer_id),
        eq(offer_payments.status, "paid"),
        isNull(offer_payments.frozen_at),
      ),
    )
    .orderBy(asc(offer_payments.created_at), asc(offer_payments.id))
    .for("update");
  let refunded_minor = 0;
  for (const payment of paid) {
    const amount_minor = unclaimedOf(payment);
    const movement_id = await createRefund(tx, {
      payment_id: payment.id,
      amount_minor,
      cause: "close-offer",
    });
    if (movement_id) refunded_minor += amount_minor;
  }
  return refunded_minor;
}
