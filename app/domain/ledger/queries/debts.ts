/** What a creator owes back for one collaboration. */

import { and, desc, eq, sql } from "drizzle-orm";
import type { ClawbackReason } from "@/app/domain/ledger/vocabulary";
import type { ClawbackId, CollaborationId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { clawbacks, money_movements } from "@/db/schema/ledger";
import { offers } from "@/db/schema/offer";
import type { OfCreator } from "../../actor";

/** Amounts in minor units; `in_progress_minor` is being taken back from the creator's account at this moment. */
export type Debt = {
  id: ClawbackId;
  reason: ClawbackReason;
  currency: string;
  amount_minor: number;
  recovered_minor: number;
  in_progress_minor: number;
};

/** @returns null when nothing was ever owed for it */
export async function readDebt(tx: Queryable, collaboration_id: CollaborationId): Promise<Debt | null> {
  const in_progress = tx
    .select({ minor: sql<number>`coalesce(sum(${money_movements.amount_minor}), 0)::float8` })
    .from(money_movements)
    .where(and(eq(money_movements.clawback_id, clawbacks.id), eq(money_movements.status, "pending")));
  const [debt] = await tx
    .select({
      id: clawbacks.id,
      reason: clawbacks.reason,
      currency: clawbacks.currency,
      amount_minor: clawbacks.amount_minor,
      recovered_minor: clawbacks.recovered_minor,
      in_progress_minor: sql<number>`(${in_progress})`.mapWith(Number),
    })
    .from(clawbacks)
    .where(eq(clawbacks.collaboration_id, collaboration_id));
  return debt ?? null;
}

/** All that a creator ever owed back, newest first, amounts in minor units. There is one debt a collaboration at most. */
export function readDebts(tx: Queryable, { creator_id }: OfCreator) {
  return tx
    .select({
      id: clawbacks.id,
      collaboration_id: clawbacks.collaboration_id,
      offer_title: offers.title,
      reason: clawbacks.reason,
      currency: clawbacks.currency,
      amount_minor: clawbacks.amount_minor,
      recovered_minor: clawbacks.recovered_minor,
    })
    .from(clawbacks)
    .innerJoin(collaborations, eq(collaborations.id, clawbacks.collaboration_id))
    .innerJoin(offers, eq(offers.id, collaborations.offer_id))
    .where(eq(clawbacks.creator_id, creator_id))
    .orderBy(desc(clawbacks.created_at), desc(clawbacks.id));
}
