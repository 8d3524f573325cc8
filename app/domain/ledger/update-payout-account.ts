/** What Stripe says of a creator's account, kept beside the creator; pay that waited for it is asked for again. */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { AccountRequirements } from "@/app/domain/creator/vocabulary";
import type { Tx } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { money_movements } from "@/db/schema/ledger";
import { emit } from "../outbox/emit";
import { unblockMovement } from "./settle-movement";

export type PayoutAccount = {
  stripe_account_id: string;
  transfers_active: boolean;
  payouts_enabled: boolean;
  details_submitted: boolean;
  requirements: AccountRequirements;
};

/** @returns how many blocked movements were set going again */
export async function updatePayoutAccount(tx: Tx, account: PayoutAccount): Promise<number> {
  const [creator] = await tx
    .update(creators)
    .set({
      transfers_active: account.transfers_active,
      payouts_enabled: account.payouts_enabled,
      details_submitted: account.details_submitted,
      account_requirements: account.requirements,
      // Payouts that go again: the bank details have been mended.
      payout_failure: sql`case when ${account.payouts_enabled} and not ${creators.payouts_enabled} then null else ${creators.payout_failure} end`,
    })
    .where(eq(creators.stripe_account_id, account.stripe_account_id))
    .returning({ id: creators.id });
  if (!creator || !account.transfers_active) return 0;
  const waiting = await tx
    .select({ id: money_movements.id })
    .from(money_movements)
    .where(
      and(
        eq(money_movements.creator_id, creator.id),
        eq(money_movements.status, "blocked"),
        // What waits for a bank's decision is not the account's to set going.
        inArray(money_movements.reason, ["account_missing", "account_restricted"]),
      ),
    )
    .orderBy(money_movements.id);
  for (const { id } of waiting)
    if (await unblockMovement(tx, id)) await emit(tx, "movement/created", { movement_id: id });
  return waiting.length;
}
