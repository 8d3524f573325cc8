/** A creator's account at Stripe as we know it: for the server, which makes a condition and words of it, and never for a page as it is. */

import { eq } from "drizzle-orm";
import { pick } from "@/app/lib/pick";
import type { Queryable } from "@/db/client";
import { creators } from "@/db/schema/creator";
import type { OfCreator } from "../../actor";

const ACCOUNT = pick(creators, [
  "stripe_account_id",
  "transfers_active",
  "payouts_enabled",
  "details_submitted",
  "account_requirements",
  "payout_failure",
]);

export async function readPayoutAccount(tx: Queryable, { creator_id }: OfCreator) {
  const [account] = await tx.select(ACCOUNT).from(creators).where(eq(creators.id, creator_id));
  if (!account) throw new Error(`No creator ${creator_id}`);
  return account;
}
