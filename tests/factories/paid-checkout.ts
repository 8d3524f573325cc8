/** A Checkout that its brand has paid at the sandbox's Stripe and of which the app has not heard yet. */
import { eq } from "drizzle-orm";
import type { BrandActor } from "@/app/domain/actor";
import { openCheckout } from "@/app/stripe/checkout";
import { db } from "@/db/client";
import { fundings, type offers } from "@/db/schema/offer";
import type { World } from "../setup/world";
import { makeDraft, makeFunding } from "./offers";

export type PaidCheckout = { offer_id: string; funding_id: string; session_id: string };

export async function payCheckout(
  world: World,
  brand: BrandActor,
  offer: Partial<typeof offers.$inferInsert>,
): Promise<PaidCheckout> {
  const draft = await makeDraft(brand, offer);
  const funding_id = await makeFunding(draft);
  await openCheckout({ funding_id, email: "brand@example.com", locale: "en" });
  const [funding] = await db.select().from(fundings).where(eq(fundings.id, funding_id));
  const session_id = funding!.checkout_session_id!;
  await world.control(`${world.urls.stripe}/control/checkout/${session_id}`, { outcome: "success" });
  return { offer_id: draft.id, funding_id, session_id };
}
