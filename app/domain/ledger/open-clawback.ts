/** A creator owes back what a post earned that is gone, or that was a fraud. */

import type { ClawbackReason } from "@/app/domain/ledger/vocabulary";
import { type ClawbackId, type CollaborationId, type CreatorId, newId, type PaymentId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { clawbacks } from "@/db/schema/ledger";
import { accounts } from "./accounts";
import { post } from "./post";

export type Debt = {
  collaboration_id: CollaborationId;
  creator_id: CreatorId;
  payment_id: PaymentId;
  currency: string;
  /** The fee that was paid; never what the sample cost, which the creator had spent. */
  amount_minor: number;
  reason: ClawbackReason;
};

/** The caller has locked the collaboration. One debt a collaboration, ever. @returns its id, or null when there was one */
export async function openClawback(tx: Tx, { payment_id, ...debt }: Debt): Promise<ClawbackId | null> {
  const [made] = await tx
    .insert(clawbacks)
    .values({ id: newId("clawback"), ...debt })
    .onConflictDoNothing({ target: clawbacks.collaboration_id })
    .returning({ id: clawbacks.id });
  if (!made) return null;
  await post(tx, {
    kind: "clawback",
    idempotency_key: `clawback:${debt.collaboration_id}`,
    currency: debt.currency,
    collaboration_id: debt.collaboration_id,
    payment_id,
    entries: [
      { account: accounts.creatorOwed(debt.creator_id), amount_minor: debt.amount_minor },
      { account: accounts.clawback(debt.collaboration_id), amount_minor: -debt.amount_minor },
    ],
  });
  return made.id;
}
