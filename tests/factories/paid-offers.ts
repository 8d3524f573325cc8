/** Offers paid in for real: at the sandbox's Stripe, over the wire. */
import { eq } from "drizzle-orm";
import type { BrandActor } from "@/app/domain/actor";
import { openCheckout } from "@/app/stripe/checkout";
import { db } from "@/db/client";
import { fundings, type offers } from "@/db/schema/offer";
import type { World } from "../setup/world";
import { makeDraft, makeFunding, type OfferRow } from "./offers";

/** A live offer whose charge Stripe knows. */
export async function buyOffer(
  world: World,
  brand: BrandActor,
  given: Partial<typeof offers.$inferInsert> = {},
): Promise<OfferRow & { funding_id: string }> {
  const draft = await makeDraft(brand, given);
  const funding_id = await makeFunding(draft);
  await openCheckout({ funding_id, email: "brand@example.com", locale: "en" });
  const [funding] = await db.select().from(fundings).where(eq(fundings.id, funding_id));
  await world.control(`${world.urls.stripe}/control/checkout/${funding!.checkout_session_id}`, {
    outcome: "success",
  });
  await world.rest();
  const live = await db.query.offers.findFirst({ where: (table, { eq: is }) => is(table.id, draft.id) });
  return { ...live!, funding_id };
}
