/** A Checkout that its brand has paid at the sandbox's Stripe and of which the app has not heard yet. */

import type { BrandActor } from "@/app/domain/actor";
import type { OfferId, PaymentId } from "@/app/lib/ids";
import type { offers } from "@/db/schema/offer";
import { startCheckout } from "@/factories/at-stripe";
import type { World } from "../setup/world";
import { makeUnpaidOffer } from "./offers";

export type PaidCheckout = { offer_id: OfferId; payment_id: PaymentId; session_id: string };

export async function payCheckout(
  world: World,
  brand: BrandActor,
  offer: Partial<typeof offers.$inferInsert>,
): Promise<PaidCheckout> {
  const { id: offer_id } = await makeUnpaidOffer(brand, offer);
  const { payment_id, session_id } = await startCheckout(brand, offer_id);
  await world.control(`${world.urls.stripe}/control/checkout/${session_id}`, { outcome: "success" });
  return { offer_id, payment_id, session_id };
}
