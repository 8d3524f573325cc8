/** Offers paid in for real: at the sandbox's Stripe, over the wire. */

import { eq } from "drizzle-orm";
import type { BrandActor } from "@/app/domain/actor";
import type { PaymentId } from "@/app/lib/ids";
import { openCheckout } from "@/app/stripe/checkout";
import { db } from "@/db/client";
import { offer_payments, type offers } from "@/db/schema/offer";
import type { World } from "../setup/world";
import { makePayment, makeUnpaidOffer, type OfferRow } from "./offers";

/** A live offer whose charge Stripe knows. */
export async function buyOffer(
  world: World,
  brand: BrandActor,
  given: Partial<typeof offers.$inferInsert> = {},
): Promise<OfferRow & { payment_id: PaymentId }> {
  const draft = await makeUnpaidOffer(brand, given);
  const payment_id = await makePayment(draft);
  await openCheckout({ payment_id, email: "brand@example.com", locale: "en" });
  const [payment] = await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id));
  await world.control(`${world.urls.stripe}/control/checkout/${payment!.checkout_session_id}`, {
    outcome: "success",
  });
  await world.rest();
  const live = await db.query.offers.findFirst({ where: (table, { eq: is }) => is(table.id, draft.id) });
  return { ...live!, payment_id };
}
