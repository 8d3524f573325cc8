/** A payout that the creator's bank sent back: kept until a later one arrives or the bank details are mended, and told once. */
import { and, eq, sql } from "drizzle-orm";
import type { PayoutFailure } from "@/app/domain/creator/vocabulary";
import type { Tx } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { emit } from "../outbox/emit";

type About<T> = T & { stripe_account_id: string };

/** @returns whether this was new: it is of a creator of ours, and younger than what is known */
export async function recordPayoutFailure(
  tx: Tx,
  { stripe_account_id, ...failure }: About<PayoutFailure>,
): Promise<boolean> {
  const [creator] = await tx
    .update(creators)
    .set({ payout_failure: failure })
    .where(and(eq(creators.stripe_account_id, stripe_account_id), olderThan(failure.at, failure.payout_id)))
    .returning({ user_id: creators.user_id });
  if (!creator) return false;
  const { message, amount_minor, currency } = failure;
  await emit(tx, "email/requested", {
    template: "payout_failed",
    user_id: creator.user_id,
    params: { message, amount_minor, currency },
  });
  return true;
}

/** A payout that was made later has arrived. @returns whether that ended something */
export async function forgetPayoutFailure(
  tx: Tx,
  { stripe_account_id, at }: About<{ at: string }>,
): Promise<boolean> {
  const ended = await tx
    .update(creators)
    .set({ payout_failure: null })
    .where(
      and(
        eq(creators.stripe_account_id, stripe_account_id),
        sql`(${creators.payout_failure}->>'at')::timestamptz < ${at}::timestamptz`,
      ),
    )
    .returning({ id: creators.id });
  return ended.length > 0;
}

/** Nothing known, or what is known is older and about another payout. */
function olderThan(at: string, payout_id: string) {
  return sql`(${creators.payout_failure} is null or (
    ${creators.payout_failure}->>'payout_id' <> ${payout_id}
    and (${creators.payout_failure}->>'at')::timestamptz <= ${at}::timestamptz))`;
}
