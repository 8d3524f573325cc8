/** Creators' accounts: whether what we last heard of them is still so. An account has no age: all of them are compared, every time. */
import { eq, inArray } from "drizzle-orm";
import type Stripe from "stripe";
import { db } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { refreshAccount } from "../accounts";
import { stripe } from "../client";
import { inBatches } from "./batches";
import { type Discrepancies, unlike } from "./discrepancies";
import type { Seen } from "./seen";

export async function compareAccounts(discrepancies: Discrepancies, seen: Seen): Promise<void> {
  for await (const batch of inBatches(stripe().accounts.list({ limit: 100 })))
    await compareAccountBatch(discrepancies, seen, batch);
}

export async function compareAccountBatch(
  discrepancies: Discrepancies,
  seen: Seen,
  batch: readonly Stripe.Account[],
): Promise<void> {
  const ids = batch.map(({ id }) => id);
  await seen.add(ids);
  const rows = await db.select().from(creators).where(inArray(creators.stripe_account_id, ids));
  for (const account of batch) {
    const creator = rows.find(({ stripe_account_id }) => stripe_account_id === account.id);
    // An account that nobody pays out to is no difference in the books.
    if (!creator) continue;
    discrepancies.count("accounts");
    const wrong = unlike(inLedger(creator), atStripe(account));
    if (!wrong) continue;
    await discrepancies.repair(
      "accounts",
      { kind: "account_stale", subject: account.id, ...wrong },
      "refreshed",
      () => refresh(account.id),
    );
  }
}

async function refresh(account_id: string): Promise<boolean> {
  await refreshAccount(account_id);
  const account = await stripe().accounts.retrieve(account_id);
  const [creator] = await db.select().from(creators).where(eq(creators.stripe_account_id, account_id));
  return creator !== undefined && unlike(inLedger(creator), atStripe(account)) === null;
}

function atStripe(account: Stripe.Account) {
  return {
    transfers_active: account.capabilities?.transfers === "active",
    payouts_enabled: account.payouts_enabled ?? false,
    details_submitted: account.details_submitted ?? false,
  };
}

const inLedger = ({
  transfers_active,
  payouts_enabled,
  details_submitted,
}: typeof creators.$inferSelect) => ({
  transfers_active,
  payouts_enabled,
  details_submitted,
});
