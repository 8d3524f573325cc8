/** Step one of paying a creator: what is owed moves to the clearing account, and the movement that Stripe will be asked for is written. */

import { eq } from "drizzle-orm";
import { type CollaborationId, type CreatorId, newId, type PaymentId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import type { Tx } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import { emit } from "../outbox/emit";
import { accounts } from "./accounts";
import { post } from "./post";
import { recoverFromEarnings } from "./recover";
import { unblockMovement } from "./settle-movement";

export type TransferIntent = {
  collaboration_id: CollaborationId;
  creator_id: CreatorId;
  payment_id: PaymentId;
  currency: string;
  amount_minor: number;
  part: TransferPart;
};

/** `pay`: what was earned at approval or by a split · `holdback`: the rest, once the post has stayed up. One transfer each, ever. */
export type TransferPart = "pay" | "holdback";

const KEY = { pay: "transfer", holdback: "kept-back" } as const;

/** What asks for this part, and can ask once. */
export function transferKey(collaboration_id: CollaborationId, part: TransferPart): string {
  return `${KEY[part]}:${collaboration_id}`;
}

/**
 * What the creator owes for an earlier post is recovered first; what is left is sent. While the charge behind it is disputed all of
 * it waits as `blocked`, and the debt waits too. The second call for the same part sets going what had waited
 * for a look at the post, and changes nothing else.
 *
 * @returns `sent`: a movement was written · `recovered`: nothing is left to send · `known`: this part has its movement
 */
export async function createTransfer(
  tx: Tx,
  { part, ...intent }: TransferIntent,
): Promise<"sent" | "recovered" | "known"> {
  const idempotency_key = transferKey(intent.collaboration_id, part);
  const [known] = await tx
    .select({ id: money_movements.id, reason: money_movements.reason })
    .from(money_movements)
    .where(eq(money_movements.idempotency_key, idempotency_key));
  if (known) {
    if (known.reason === "look_needed" && (await unblockMovement(tx, known.id)))
      await emit(tx, "movement/created", { movement_id: known.id });
    return "known";
  }
  const payment = one(
    await tx
      .select({ frozen_at: offer_payments.frozen_at })
      .from(offer_payments)
      .where(eq(offer_payments.id, intent.payment_id))
      .for("share"),
    "the payment",
  );
  // Nothing of a disputed charge is passed on, to a creditor of the creator's no more than to the creator.
  const frozen = payment.frozen_at !== null;
  const recovered_minor = frozen ? 0 : await recoverFromEarnings(tx, { ...intent, part });
  const amount_minor = intent.amount_minor - recovered_minor;
  if (amount_minor === 0) return "recovered";

  const id = newId("movement");
  await tx.insert(money_movements).values({
    ...intent,
    id,
    kind: "transfer",
    idempotency_key,
    amount_minor,
    ...(frozen ? { status: "blocked" as const, reason: "charge_disputed" } : {}),
  });
  await post(tx, {
    kind: "transfer_pending",
    idempotency_key: `transfer-intended:${id}`,
    currency: intent.currency,
    collaboration_id: intent.collaboration_id,
    payment_id: intent.payment_id,
    movement_id: id,
    entries: [
      { account: accounts.creatorPayable(intent.creator_id), amount_minor },
      { account: accounts.stripeClearing, amount_minor: -amount_minor },
    ],
  });
  await emit(tx, "movement/created", { movement_id: id });
  return "sent";
}
