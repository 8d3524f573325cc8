/** A brand is about to pay an offer in, or to add slots to it: the amount is fixed here, before Stripe is asked. */

import { and, eq } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import { newId, type OfferId, type PaymentId } from "@/app/lib/ids";
import { chargeProblem } from "@/app/lib/money";
import { Refusal } from "@/app/lib/refusal";
import type { Queryable, Tx } from "@/db/client";
import { offer_payments } from "@/db/schema/offer";
import type { BrandActor } from "../actor";
import { requireBrandRight } from "../brand/roles";
import { assertGoodStanding } from "../standing/assert-good-standing";
import { MAX_SLOTS, offerTotal } from "./fee";
import { lockOffer, type Offer, requireStatus } from "./lock-offer";

/**
 * One open payment an offer: pressing the button again goes on with the same one. The draft cannot change its price while one is open
 * (see draft-offer), so an open one always fits.
 *
 * @returns the funding's id, for which app/stripe/checkout opens a pay page
 * @throws Refusal 404 · 403 `brand_role_too_low`, `blacklisted`, `suspended` · 409 `offer_status` · 422 `closes_too_soon`,
 *   `amount_too_small`, `amount_too_large`, `amount_not_movable`
 */
export async function startPayment(tx: Tx, actor: BrandActor, offer_id: OfferId): Promise<PaymentId> {
  const offer = await lockToPay(tx, actor, offer_id, ["unpaid"]);
  return (await openPayment(tx, offer)) ?? charge(tx, offer, offer.slots);
}

/**
 * More slots for an offer that is out already, paid by a charge of their own; they are there once it is paid.
 *
 * @returns the funding's id; the same one again while it is open and for as many slots
 * @throws Refusal as above, and 409 `payment_open` while another number of slots waits to be paid · 422 `slots_too_many`
 */
export async function startTopUp(
  tx: Tx,
  actor: BrandActor,
  input: { offer_id: OfferId; slots: number },
): Promise<PaymentId> {
  const offer = await lockToPay(tx, actor, input.offer_id, ["funded", "live", "paused"]);
  if (!Number.isSafeInteger(input.slots) || input.slots < 1 || offer.slots + input.slots > MAX_SLOTS)
    throw new Refusal("slots_too_many", { params: { max: MAX_SLOTS - offer.slots } });
  const open = await openPayment(tx, offer, input.slots);
  return open ?? charge(tx, offer, input.slots);
}

async function lockToPay(
  tx: Tx,
  actor: BrandActor,
  offer_id: OfferId,
  statuses: ReadonlyArray<Offer["status"]>,
): Promise<Offer> {
  requireBrandRight(actor, "fund");
  const offer = await lockOffer(tx, actor, offer_id);
  requireStatus(offer, statuses);
  await assertGoodStanding(tx, { subject_kind: "brand", subject_id: actor.brand_id });
  // Else the money would come in and go straight back.
  if (offer.closes_at && offer.closes_at <= now()) throw new Refusal("closes_too_soon");
  return offer;
}

async function openPayment(tx: Queryable, offer: Offer, slots?: number): Promise<PaymentId | null> {
  const [open] = await tx
    .select({ id: offer_payments.id, slots: offer_payments.slots })
    .from(offer_payments)
    .where(and(eq(offer_payments.offer_id, offer.id), eq(offer_payments.status, "pending")));
  if (open && slots !== undefined && open.slots !== slots) throw new Refusal("payment_open", { status: 409 });
  return open?.id ?? null;
}

async function charge(tx: Tx, offer: Offer, slots: number): Promise<PaymentId> {
  const amount_minor = offerTotal({ ...offer, slots });
  const problem = chargeProblem(amount_minor, offer.currency);
  if (problem) throw new Refusal(problem);
  const id = newId("payment");
  await tx.insert(offer_payments).values({
    id,
    offer_id: offer.id,
    brand_id: offer.brand_id,
    currency: offer.currency,
    slots,
    amount_minor,
  });
  return id;
}
