/** What brands and creators of the factories begin at Stripe; whoever plays them ends it there. */

import { eq } from "drizzle-orm";
import type { BrandActor } from "@/app/domain/actor";
import { startPayment } from "@/app/domain/offer/start-payment";
import type { CreatorId, OfferId, PaymentId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import { openOnboarding } from "@/app/stripe/accounts";
import { openCheckout } from "@/app/stripe/checkout";
import { db } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { offer_payments } from "@/db/schema/offer";
import { transact } from "@/db/transact";

/** The brand is at Stripe's pay page and has not paid yet. */
export async function startCheckout(
  brand: BrandActor,
  offer_id: OfferId,
  payer: { email: string; locale: "en" | "zh" } = { email: "brand@example.com", locale: "en" },
): Promise<{ payment_id: PaymentId; session_id: string }> {
  const payment_id = await transact((tx) => startPayment(tx, brand, offer_id));
  await openCheckout({ payment_id, ...payer });
  const payment = one(
    await db.select().from(offer_payments).where(eq(offer_payments.id, payment_id)),
    `payment ${payment_id}`,
  );
  if (!payment.checkout_session_id) throw new Error(`Payment ${payment_id} has no Checkout session`);
  return { payment_id, session_id: payment.checkout_session_id };
}

/** The creator is at Stripe's onboarding and has filled in nothing yet. @returns the id of the account */
export async function startOnboarding(creator_id: CreatorId, email = "creator@example.com"): Promise<string> {
  await openOnboarding({ creator_id, email });
  const creator = one(
    await db
      .select({ account: creators.stripe_account_id })
      .from(creators)
      .where(eq(creators.id, creator_id)),
    `creator ${creator_id}`,
  );
  if (!creator.account) throw new Error(`Creator ${creator_id} has no account at Stripe`);
  return creator.account;
}
