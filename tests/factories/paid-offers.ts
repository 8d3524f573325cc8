/** Offers paid in for real: at the sandbox's Stripe, over the wire. */

import type { BrandActor } from "@/app/domain/actor";
import type { PaymentId } from "@/app/lib/ids";
import type { offers } from "@/db/schema/offer";
import type { World } from "../setup/world";
import { type OfferRow, readOffer } from "./offers";
import { payCheckout } from "./paid-checkout";

/** A live offer whose charge Stripe knows. */
export async function buyOffer(
  world: World,
  brand: BrandActor,
  given: Partial<typeof offers.$inferInsert> = {},
): Promise<OfferRow & { payment_id: PaymentId }> {
  const { offer_id, payment_id } = await payCheckout(world, brand, given);
  await world.rest();
  return { ...(await readOffer(offer_id)), payment_id };
}
