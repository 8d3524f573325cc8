/**
 * Tells an operator of refunds that Stripe has taken on and does not carry out. It does so while the platform's own balance is too low, as after a
 * charge that a bank took back when its creator had been paid: nothing mends that but money which the platform pays in.
 * https://docs.stripe.com/refunds#failed-refunds
 */
import { and, asc, eq, lt } from "drizzle-orm";
import { DAY_MS, now } from "@/app/lib/clock";
import type { Tx } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import type { Observation } from "./incidents";
import { type Alarmed, keepAlarm, MAX_AT_ONCE } from "./keep-alarm";

/** What a brand pays in is Stripe's to settle for two business days and a weekend; a refund that waits longer waits for something else. */
export const REFUND_WAITS_DAYS = 5;

export async function alarmWaitingRefunds(tx: Tx): Promise<Alarmed> {
  const since = new Date(now().getTime() - REFUND_WAITS_DAYS * DAY_MS);
  const waiting = await tx
    .select()
    .from(money_movements)
    .where(
      and(
        eq(money_movements.status, "blocked"),
        eq(money_movements.kind, "refund"),
        eq(money_movements.reason, "refund_waits"),
        lt(money_movements.created_at, since),
      ),
    )
    .orderBy(asc(money_movements.created_at))
    .limit(MAX_AT_ONCE);
  return keepAlarm(tx, "refund_waits", waiting.map(observationOf), "refund_no_longer_waits");
}

function observationOf({
  id,
  stripe_id,
  currency,
  amount_minor,
  payment_id,
  created_at,
}: typeof money_movements.$inferSelect): Observation {
  return {
    kind: "refund_waits",
    subject: id,
    expected: { max_days: REFUND_WAITS_DAYS },
    found: {
      refund: stripe_id,
      payment: payment_id,
      currency,
      amount_minor,
      since: created_at.toISOString(),
    },
  };
}
