/** What a creator owes for a post that is gone is taken from what they earn next, oldest debt first, never more than there is. */

import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";
import type { ClawbackId, CollaborationId, CreatorId, PaymentId } from "@/app/lib/ids";
import type { Queryable, Tx } from "@/db/client";
import { clawbacks, money_movements } from "@/db/schema/ledger";
import { emit } from "../outbox/emit";
import { accounts } from "./accounts";
import { post } from "./post";

export type Earning = {
  collaboration_id: CollaborationId;
  creator_id: CreatorId;
  payment_id: PaymentId;
  currency: string;
  amount_minor: number;
  part: string;
};

/**
 * Payable → owed. The brand that is waiting for it gets it in a transaction of its own (`return-recovered`), because its offer
 * may not be locked from here.
 *
 * @returns what was taken, in minor units; at most the earning itself
 */
export async function recoverFromEarnings(tx: Tx, earning: Earning): Promise<number> {
  const debts = await tx
    .select()
    .from(clawbacks)
    .where(
      and(
        eq(clawbacks.creator_id, earning.creator_id),
        eq(clawbacks.currency, earning.currency),
        lt(clawbacks.recovered_minor, clawbacks.amount_minor),
      ),
    )
    .orderBy(asc(clawbacks.created_at), asc(clawbacks.id))
    .for("update");
  const in_transit_minor = await inTransitBack(
    tx,
    debts.map(({ id }) => id),
  );
  let taken_minor = 0;
  for (const debt of debts) {
    const open_minor = debt.amount_minor - debt.recovered_minor - (in_transit_minor.get(debt.id) ?? 0);
    const amount_minor = Math.min(open_minor, earning.amount_minor - taken_minor);
    if (amount_minor === 0) continue;
    const booked = await post(tx, {
      kind: "recovered",
      idempotency_key: `recovered:${debt.id}:${earning.collaboration_id}:${earning.part}`,
      currency: earning.currency,
      collaboration_id: earning.collaboration_id,
      payment_id: earning.payment_id,
      entries: [
        { account: accounts.creatorPayable(earning.creator_id), amount_minor },
        { account: accounts.creatorOwed(earning.creator_id), amount_minor: -amount_minor },
      ],
    });
    if (!booked) throw new Error(`${earning.collaboration_id} has paid towards ${debt.id} before`);
    await recordRecovery(tx, debt.id, amount_minor);
    taken_minor += amount_minor;
  }
  return taken_minor;
}

/** What a reversal is bringing back already, by debt: not to be taken from earnings as well. */
async function inTransitBack(tx: Queryable, clawback_ids: ClawbackId[]): Promise<Map<ClawbackId, number>> {
  if (clawback_ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: money_movements.clawback_id, amount_minor: money_movements.amount_minor })
    .from(money_movements)
    .where(
      and(
        inArray(money_movements.clawback_id, clawback_ids),
        inArray(money_movements.status, ["pending", "blocked"]),
      ),
    );
  const sums = new Map<ClawbackId, number>();
  for (const { id, amount_minor } of rows) if (id) sums.set(id, (sums.get(id) ?? 0) + amount_minor);
  return sums;
}

/** Counts what came in for a debt and asks for its way back to the brand. */
export async function recordRecovery(tx: Tx, clawback_id: ClawbackId, amount_minor: number): Promise<void> {
  await tx
    .update(clawbacks)
    .set({ recovered_minor: sql`${clawbacks.recovered_minor} + ${amount_minor}` })
    .where(eq(clawbacks.id, clawback_id));
  await emit(tx, "clawback/recovered", { clawback_id });
}
