/** Step one of paying a creator: what is owed moves to the clearing account, and the movement that Stripe will be asked for is written. */

import { newId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { emit } from "../outbox/emit";
import { accounts } from "./accounts";
import { post } from "./post";

export type TransferIntent = {
  collaboration_id: string;
  creator_id: string;
  funding_id: string;
  currency: string;
  amount_minor: number;
};

/** One transfer a collaboration, ever: the second call changes nothing. @returns the movement's id, or null when there was one */
export async function intendTransfer(tx: Tx, intent: TransferIntent): Promise<string | null> {
  if (intent.amount_minor === 0) return null;
  const id = newId("movement");
  const made = await tx
    .insert(money_movements)
    .values({ id, kind: "transfer", idempotency_key: `transfer:${intent.collaboration_id}`, ...intent })
    .onConflictDoNothing({ target: money_movements.idempotency_key })
    .returning({ id: money_movements.id });
  if (made.length === 0) return null;
  await post(tx, {
    kind: "transfer_intended",
    idempotency_key: `transfer-intended:${id}`,
    currency: intent.currency,
    collaboration_id: intent.collaboration_id,
    funding_id: intent.funding_id,
    movement_id: id,
    entries: [
      { account: accounts.creatorPayable(intent.creator_id), amount_minor: intent.amount_minor },
      { account: accounts.stripeClearing, amount_minor: -intent.amount_minor },
    ],
  });
  await emit(tx, "movement/intended", { movement_id: id });
  return id;
}
