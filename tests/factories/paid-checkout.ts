/** A Checkout that its brand has paid at the sandbox's Stripe and of which the app has not heard yet. */

import { eq } from "drizzle-orm";
import type { BrandActor } from "@/app/domain/actor";
import type { OfferId, PaymentId } from "@/app/lib/ids";
import { openCheckout } from "@/app/stripe/checkout";
import { db } from "@/db/client";
import { offer_payments, type offers } from "@/db/schema/offer";
import type { World } from "../setup/world";
import { makePayment, makeUnpaidOffer } from "./offers";

export type PaidCheckout = { offer_id: OfferId; payment_id: PaymentId; session_id: string };

export async function payCheckout(
  world: World,
  brand: BrandActor,
  offer: Partial<typeof offers.$inferInsert>,
): Promise<PaidCheckout> {
  const draft = await makeUnpaidOffer(brand, offer);
  const payment_id = await makePayment(draft);
  await openCheckout({ payment_id, email: "brand@example.com", locale: "en" });
  const [payment] = await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id));
  const session_id = payment!.checkout_session_id!;
  await world.control(`${world.urls.stripe}/control/checkout/${session_id}`, { outcome: "success" });
  return { offer_id: draft.id, payment_id, session_id };
}
