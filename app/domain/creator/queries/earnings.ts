/** What a creator has earned: each payment, and what is still to come. */

import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { type Cursor, PAGE_SIZE, pageOf } from "@/app/lib/page";
import type { Queryable } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import type { OfCreator } from "../../actor";

const EARNING = {
  id: money_movements.id,
  status: money_movements.status,
  amount_minor: money_movements.amount_minor,
  currency: money_movements.currency,
  reason: money_movements.reason,
  created_at: money_movements.created_at,
  settled_at: money_movements.settled_at,
  collaboration_id: money_movements.collaboration_id,
  offer_title: offers.title,
} as const;

const earnings = (tx: Queryable) =>
  tx
    .select(EARNING)
    .from(money_movements)
    .innerJoin(offer_payments, eq(offer_payments.id, money_movements.payment_id))
    .innerJoin(offers, eq(offers.id, offer_payments.offer_id));

/** Payments to a creator, newest first, each with its collaboration. */
export function listEarnings(
  tx: Queryable,
  { creator_id }: OfCreator,
  after: Cursor | null = null,
  size = PAGE_SIZE,
) {
  const read = (max: number) =>
    earnings(tx)
      .where(
        and(
          eq(money_movements.creator_id, creator_id),
          eq(money_movements.kind, "transfer"),
          after
            ? sql`(${money_movements.created_at}, ${money_movements.id}) < (${after.key}::timestamptz, ${after.id})`
            : undefined,
        ),
      )
      .orderBy(desc(money_movements.created_at), desc(money_movements.id))
      .limit(max);
  return pageOf(read, size, ({ created_at, id }) => ({ key: created_at.toISOString(), id }));
}

/** Those that have not gone out, whatever page of the list they are on: the creator has to know of each. */
export function listStuckEarnings(tx: Queryable, { creator_id }: OfCreator) {
  return earnings(tx)
    .where(
      and(
        eq(money_movements.creator_id, creator_id),
        eq(money_movements.kind, "transfer"),
        inArray(money_movements.status, ["blocked", "failed"]),
      ),
    )
    .orderBy(desc(money_movements.created_at), desc(money_movements.id));
}

/**
 * Per currency, in minor units: what is held for a creator's running work, what was approved and rests until its hold ends, and what
 * has arrived at their account and stayed there.
 */
export async function readCreatorPending(tx: Queryable, { creator_id }: OfCreator) {
  const pending = await tx
    .select({
      currency: collaborations.currency,
      held_minor: sql<number>`coalesce(sum(${collaborations.fee_minor}) filter (where ${collaborations.state} in ('agreed', 'awaiting_sample', 'in_transit', 'creating', 'overdue', 'cancelling', 'verifying', 'in_review', 'changes_requested', 'rejected', 'appealed')), 0)::float8`,
      approved_minor: sql<number>`coalesce(sum(${collaborations.fee_minor} + ${collaborations.reimbursement_minor}) filter (where ${collaborations.state} = 'approved'), 0)::float8`,
    })
    .from(collaborations)
    .where(eq(collaborations.creator_id, creator_id))
    .groupBy(collaborations.currency);
  const arrived = await tx
    .select({
      currency: money_movements.currency,
      minor: sql<number>`sum(case ${money_movements.kind} when 'reversal' then -${money_movements.amount_minor} else ${money_movements.amount_minor} end)::float8`,
    })
    .from(money_movements)
    .where(and(eq(money_movements.creator_id, creator_id), eq(money_movements.status, "settled")))
    .groupBy(money_movements.currency);
  return pending.map((row) => ({
    ...row,
    paid_minor: arrived.find(({ currency }) => currency === row.currency)?.minor ?? 0,
  }));
}
