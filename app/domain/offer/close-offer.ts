/** An offer ends: nobody new is taken on, and what no slot has claimed goes back to the card it came from. */

import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { OfferId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { offer_payments, offers } from "@/db/schema/offer";
import { type BrandActor, SYSTEM, type SystemActor } from "../actor";
import { requireBrandRight } from "../brand/roles";
import { endOpenApplications } from "../collaboration/end-open-applications";
import { createRefund, unclaimedOf } from "../ledger/create-refund";
import { notify } from "../notifications/notify";
import { changeStatus, lockOffer } from "./lock-offer";

const OPEN = ["unpaid", "funded", "live", "paused"] as const;

/**
 * Running collaborations go on with what is held for them; what they free later goes back to the card then.
 * @returns what is refunded now, in minor units of the offer's currency
 * @throws Refusal 404 · 403 `brand_role_too_low` · 409 `offer_status` when it is closed already
 */
export async function closeOffer(
  tx: Tx,
  actor: BrandActor | SystemActor,
  offer_id: OfferId,
): Promise<number> {
  if (actor.kind === "brand") requireBrandRight(actor, "fund");
  const offer = await changeStatus(tx, await lockOffer(tx, actor, offer_id), OPEN, {
    status: "closed",
    closed_at: now(),
  });
  await endOpenApplications(tx, offer.id);
  const refunded_minor = await refundRest(tx, offer.id);
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
async function refundRest(tx: Tx, offer_id: OfferId): Promise<number> {
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

/** Asked by the job that slept until the offer's last day. @returns whether it was closed; not when it is no longer due */
export async function closeExpiredOffer(tx: Tx, offer_id: OfferId): Promise<boolean> {
  const offer = await lockOffer(tx, SYSTEM, offer_id);
  if (!offer.closes_at || offer.closes_at > now() || offer.status === "closed") return false;
  await closeOffer(tx, SYSTEM, offer_id);
  return true;
}

/** The sweep's part. Drafts stay: nobody sees them and nothing is paid. @returns how many were closed */
export async function closeExpiredOffers(tx: Tx, limit: number): Promise<number> {
  const due = await tx
    .select({ id: offers.id })
    .from(offers)
    .where(and(inArray(offers.status, ["funded", "live", "paused"]), lte(offers.closes_at, now())))
    .orderBy(asc(offers.id))
    .limit(limit);
  let closed = 0;
  for (const { id } of due) if (await closeExpiredOffer(tx, id)) closed++;
  return closed;
}
