/** Creators' Express accounts: made once, completed by the creator on Stripe's own pages, read back here. */
import { and, eq, isNull } from "drizzle-orm";
import Stripe from "stripe";
import { updatePayoutAccount } from "@/app/domain/ledger/update-payout-account";
import { env } from "@/app/lib/env";
import { notFound, Refusal } from "@/app/lib/refusal";
import { db } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { transact } from "@/db/transact";
import { stripe } from "./client";
import { isOutOfReach } from "./out-of-reach";

/**
 * Opens Stripe's onboarding for a creator, making the account at the first time.
 * @returns the address to send them to; it serves once
 * @throws Refusal `country_not_supported` when Stripe pays nobody out there
 */
export async function openOnboarding(input: { creator_id: string; email: string }): Promise<string> {
  const account = await ensureAccount(input);
  const back = `${env.APP_URL}/creator/payouts`;
  const link = await stripe().accountLinks.create({
    account,
    type: "account_onboarding",
    return_url: `${back}?returned=1`,
    refresh_url: `${back}?refresh=1`,
  });
  return link.url;
}

async function ensureAccount({ creator_id, email }: { creator_id: string; email: string }): Promise<string> {
  const [creator] = await db.select().from(creators).where(eq(creators.id, creator_id));
  if (!creator) throw notFound("creator");
  if (creator.stripe_account_id) return creator.stripe_account_id;
  try {
    const account = await stripe().accounts.create(
      {
        type: "express",
        country: creator.country,
        email,
        business_type: "individual",
        capabilities: { transfers: { requested: true } },
        metadata: { creator_id },
      },
      { idempotencyKey: `account:${creator_id}` },
    );
    await db
      .update(creators)
      .set({ stripe_account_id: account.id })
      .where(and(eq(creators.id, creator_id), isNull(creators.stripe_account_id)));
    return account.id;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.param === "country")
      throw new Refusal("country_not_supported", { params: { country: creator.country } });
    throw error;
  }
}

/** Reads the account at Stripe and keeps what it says. Called for its webhooks, and when a creator comes back from Stripe. */
export async function refreshAccount(stripe_account_id: string): Promise<void> {
  const account = await stripe().accounts.retrieve(stripe_account_id);
  await transact((tx) =>
    updatePayoutAccount(tx, {
      stripe_account_id: account.id,
      transfers_active: account.capabilities?.transfers === "active",
      payouts_enabled: account.payouts_enabled ?? false,
      details_submitted: account.details_submitted ?? false,
      requirements: {
        currently_due: account.requirements?.currently_due ?? [],
        disabled_reason: account.requirements?.disabled_reason ?? null,
      },
    }),
  );
}

/**
 * The creator has cut the platform off: nothing can be sent there any more. Asked of Stripe first, since the word of it may be old
 * and the account connected again.
 */
export async function disconnectAccount(stripe_account_id: string): Promise<void> {
  try {
    return await refreshAccount(stripe_account_id);
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
  }
  await transact((tx) =>
    updatePayoutAccount(tx, {
      stripe_account_id,
      transfers_active: false,
      payouts_enabled: false,
      details_submitted: false,
      requirements: { currently_due: [], disabled_reason: "platform_disconnected" },
    }),
  );
}

/** Stripe's own pages on which a creator sees balance and payouts. */
export async function openDashboard(stripe_account_id: string): Promise<string> {
  return (await stripe().accounts.createLoginLink(stripe_account_id)).url;
}
