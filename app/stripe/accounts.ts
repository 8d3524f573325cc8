/** Creators' Express accounts: made once, completed by the creator on Stripe's own pages, read back here. */

import { and, eq, sql } from "drizzle-orm";
import Stripe from "stripe";
import { accountCondition, DISCONNECTED } from "@/app/domain/creator/account-condition";
import { updatePayoutAccount } from "@/app/domain/ledger/update-payout-account";
import { env } from "@/app/lib/env";
import type { CreatorId } from "@/app/lib/ids";
import { notFound, Refusal } from "@/app/lib/refusal";
import { db } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { transact } from "@/db/transact";
import { answerOrRefuse } from "./answer-or-refuse";
import { stripe } from "./client";
import { isOutOfReach } from "./out-of-reach";

/**
 * Opens Stripe's onboarding for a creator, making the account at the first time, and a new one in place of one that is out of reach.
 * @returns the address to send them to; it serves once
 * @throws Refusal `country_not_supported` when Stripe pays nobody out there, `stripe_silent` when it does not answer
 */
export function openOnboarding(input: Person): Promise<string> {
  return answerOrRefuse(async () => {
    const account = await ensureAccount(input);
    try {
      return await onboardingLink(account);
    } catch (error) {
      if (!isOutOfReach(error)) throw error;
    }
    // Cut off or deleted, and we had not heard of it.
    await disconnectAccount(account);
    return onboardingLink(await ensureAccount(input));
  });
}

async function onboardingLink(account: string): Promise<string> {
  const back = `${env.APP_URL}/creator/payouts`;
  const link = await stripe().accountLinks.create({
    account,
    type: "account_onboarding",
    return_url: `${back}?returned=1`,
    refresh_url: `${back}?refresh=1`,
  });
  return link.url;
}

type Person = { creator_id: CreatorId; email: string };

async function ensureAccount({ creator_id, email }: Person): Promise<string> {
  const [creator] = await db.select().from(creators).where(eq(creators.id, creator_id));
  if (!creator) throw notFound("creator");
  const known = creator.stripe_account_id;
  if (known && accountCondition(creator) !== "disconnected") return known;
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
      { idempotencyKey: ["account", creator_id, ...(known ? [known] : [])].join(":") },
    );
    await db
      .update(creators)
      .set({ stripe_account_id: account.id, account_requirements: null, payout_failure: null })
      .where(
        and(eq(creators.id, creator_id), sql`${creators.stripe_account_id} is not distinct from ${known}`),
      );
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
        errors: (account.requirements?.errors ?? []).map(({ code, reason }) => ({ code, reason })),
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
      requirements: { currently_due: [], disabled_reason: DISCONNECTED },
    }),
  );
}

/** Stripe's own pages on which a creator sees balance and payouts. */
export async function openDashboard(stripe_account_id: string): Promise<string> {
  return answerOrRefuse(async () => (await stripe().accounts.createLoginLink(stripe_account_id)).url);
}
