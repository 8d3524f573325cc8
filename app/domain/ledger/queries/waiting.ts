/** What waits between Stripe, the ledger and the jobs. */

import { and, desc, inArray, isNull, sql } from "drizzle-orm";
import { type Cursor, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { money_movements, stripe_events } from "@/db/schema/ledger";
import { outbox } from "@/db/schema/outbox";

/** Movements that wait for somebody, and those that failed. */
export async function countMovementsThatWait(tx: Queryable): Promise<{ blocked: number; failed: number }> {
  const rows = await tx
    .select({ status: money_movements.status, n: sql<number>`count(*)::int` })
    .from(money_movements)
    .where(inArray(money_movements.status, ["blocked", "failed"]))
    .groupBy(money_movements.status);
  const of = (status: string) => rows.find((row) => row.status === status)?.n ?? 0;
  return { blocked: of("blocked"), failed: of("failed") };
}

/** Stripe events that are not worked through, or that we only keep: for a person to look at. */
export function listOddStripeEvents(tx: Queryable, after: Cursor | null = null, size = 20) {
  const read = (max: number) =>
    tx
      .select({
        id: stripe_events.id,
        type: stripe_events.type,
        outcome: stripe_events.outcome,
        error: stripe_events.error,
        attempts: stripe_events.attempts,
        received_at: stripe_events.received_at,
      })
      .from(stripe_events)
      // Written out as the partial index has it, so that PostgreSQL sees that it applies.
      .where(
        and(
          sql`(processed_at is null or outcome = 'ignored' or type like 'charge.dispute%')`,
          after
            ? sql`(${stripe_events.received_at}, ${stripe_events.id}) < (${after.key}::timestamptz, ${after.id})`
            : undefined,
        ),
      )
      .orderBy(desc(stripe_events.received_at), desc(stripe_events.id))
      .limit(max);
  return pageOf(read, size, ({ received_at, id }) => ({ key: received_at.toISOString(), id }));
}

/** What is waiting to be handed on, and since when (machine time). */
export async function readOutboxLag(tx: Queryable): Promise<{ pending: number; oldest_at: Date | null }> {
  const [row] = await tx
    .select({ pending: sql<number>`count(*)::int`, oldest_at: sql<string | null>`min(${outbox.created_at})` })
    .from(outbox)
    .where(isNull(outbox.sent_at));
  return { pending: row?.pending ?? 0, oldest_at: row?.oldest_at ? new Date(row.oldest_at) : null };
}
