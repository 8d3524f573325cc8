/** A Checkout was paid. The ledger books the charge; what that means for the offer is decided here: it goes live, grows, or sends it back. */
import { and, eq, sql } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { Tx } from "@/db/client";
import { brands } from "@/db/schema/brand";
import { offer_payments, offers } from "@/db/schema/offer";
import { SYSTEM } from "../actor";
import { createRefund } from "../ledger/create-refund";
import { type Payment, recordPayment } from "../ledger/record-payment";
import { notify } from "../notifications/notify";
import { emit } from "../outbox/emit";
import { lockOffer, type Offer } from "./lock-offer";

/**
 * Books a captured charge and brings the offer live. Idempotent: webhook, return page and sweep may all bring the same news. Money
 * that comes for an offer closed meanwhile is booked and sent straight back.
 *
 * @returns whether this call booked it
 * @throws when Stripe captured something else than was asked for: a person must look before anything is booked
 */
export async function receivePayment(tx: Tx, paid: Payment): Promise<boolean> {
  const [known] = await tx
    .select({ offer_id: offer_payments.offer_id })
    .from(offer_payments)
    .where(eq(offer_payments.id, paid.payment_id));
  if (!known) throw new Error(`No payment ${paid.payment_id} for charge ${paid.charge_id}`);
  const offer = await lockOffer(tx, SYSTEM, known.offer_id);
  const booked = await recordPayment(tx, paid);
  if (!booked) return false;
  const { payment_id, slots, amount_minor, currency } = booked;
  if (offer.status === "closed") {
    await createRefund(tx, { payment_id, amount_minor, cause: "offer-closed-meanwhile" });
    return true;
  }
  if (offer.status === "unpaid") await bringLive(tx, offer);
  else await addSlots(tx, offer, slots);
  await notify(tx, { brand_id: offer.brand_id }, "money", {
    template: "payment_received",
    params: { offer_id: offer.id, offer_title: offer.title, amount_minor, currency },
  });
  return true;
}

/** The money is there: a brand in good standing goes live at once, any other waits as `funded`. */
async function bringLive(tx: Tx, offer: Offer): Promise<void> {
  const [brand] = await tx
    .select({ standing: brands.standing })
    .from(brands)
    .where(eq(brands.id, offer.brand_id));
  const at = now();
  const live = brand?.standing === "good";
  await tx
    .update(offers)
    .set({ status: live ? "live" : "funded", funded_at: at, live_at: live ? at : null, updated_at: at })
    .where(and(eq(offers.id, offer.id), eq(offers.status, "unpaid")));
  if (live)
    await emit(tx, "offer/live", { offer_id: offer.id, closes_at: offer.closes_at?.toISOString() ?? null });
}

/** A top-up of an offer that is out already. */
async function addSlots(tx: Tx, { id }: Offer, slots: number): Promise<void> {
  await tx
    .update(offers)
    .set({ slots: sql`${offers.slots} + ${slots}`, updated_at: now() })
    .where(eq(offers.id, id));
}
