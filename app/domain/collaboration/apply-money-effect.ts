/** What a row of the lifecycle table says about the money, carried out in the books. The offer is locked by the caller. */

import { and, eq, sql } from "drizzle-orm";
import type { ClawbackReason } from "@/app/domain/ledger/vocabulary";
import type { OfferId } from "@/app/lib/ids";
import { shareOf } from "@/app/lib/money";
import { one, required } from "@/app/lib/one";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import { accounts } from "../ledger/accounts";
import { createRefund } from "../ledger/create-refund";
import { createTransfer } from "../ledger/create-transfer";
import {
  earnedAtApproval,
  heldAmount,
  hold,
  paymentBehind,
  release,
  releaseHoldback,
  returnHoldback,
  reverseRelease,
  split,
  voidHeld,
} from "../ledger/held-funds";
import { movementOf } from "../ledger/movement";
import { openClawback } from "../ledger/open-clawback";
import { withdrawTransfer } from "../ledger/settle-movement";
import type { Transition } from "./lifecycle";
import type { Collaboration, Locked } from "./lock";

export type MoneyEffectResult = {
  row: Collaboration;
  /** All of the pay went towards what the creator owed: nothing is sent, and there is no arrival to wait for. */
  nothing_to_send?: true;
};

export async function applyMoneyEffect(
  tx: Tx,
  { row, offer }: Locked,
  { money, event }: Pick<Transition, "money" | "event">,
  creator_fee_minor?: number,
): Promise<MoneyEffectResult> {
  switch (money) {
    case undefined:
      return { row };
    case "hold": {
      await countSlot(tx, offer.id, 1);
      return { row: await change(tx, row, { payment_id: await hold(tx, row) }) };
    }
    case "void":
      await countSlot(tx, offer.id, -1);
      await voidHeld(tx, row);
      await returnIfClosed(tx, row, offer, money, heldAmount(row));
      return { row };
    case "release": {
      const holdback_minor = shareOf(row.fee_minor, row.policy.holdback_bps, row.currency);
      const released = await change(tx, row, { holdback_minor });
      await release(tx, released);
      await returnIfClosed(tx, row, offer, money, row.reimbursement_cap_minor - row.reimbursement_minor);
      return { row: released };
    }
    case "split":
      await share(tx, row, offer, required(creator_fee_minor, "the creator's share"));
      return { row };
    case "reimburse":
      await countSlot(tx, offer.id, -1);
      await share(tx, row, offer, 0);
      return { row };
    case "transfer": {
      const outcome = await createTransfer(tx, transferOf(row, "pay", earnedAtApproval(row)));
      return outcome === "recovered" ? { row, nothing_to_send: true } : { row };
    }
    case "reverse_release":
      await countSlot(tx, offer.id, -1);
      await reverseUnsentRelease(tx, row);
      return { row };
    case "release_holdback":
      await releaseHoldback(tx, row);
      if (row.holdback_minor > 0) await createTransfer(tx, transferOf(row, "holdback", row.holdback_minor));
      return { row };
    case "claw_back":
      await returnIfClosed(tx, row, offer, money, await returnHoldback(tx, row));
      // A removal is found by the clock; a fraud by an operator.
      await openClawback(tx, debtOf(row, event === "claw_back" ? "fraud" : "post_removed"));
      return { row };
  }
}

async function change(
  tx: Tx,
  row: Collaboration,
  set: Partial<Pick<Collaboration, "payment_id" | "holdback_minor">>,
): Promise<Collaboration> {
  return one(
    await tx.update(collaborations).set(set).where(eq(collaborations.id, row.id)).returning(),
    "the collaboration",
  );
}

/** The creator's share of the fee, and what the sample cost, go out; the rest goes back. */
async function share(tx: Tx, row: Collaboration, offer: Locked["offer"], fee_minor: number): Promise<void> {
  const earned_minor = fee_minor + row.reimbursement_minor;
  await split(tx, row, fee_minor);
  if (earned_minor > 0) await createTransfer(tx, transferOf(row, "pay", earned_minor));
  await returnIfClosed(tx, row, offer, "split", heldAmount(row) - earned_minor);
}

function transferOf(row: Collaboration, part: "pay" | "holdback", amount_minor: number) {
  return {
    collaboration_id: row.id,
    creator_id: row.creator_id,
    payment_id: paymentBehind(row),
    currency: row.currency,
    amount_minor,
    part,
  };
}

function debtOf(row: Collaboration, reason: ClawbackReason) {
  return {
    collaboration_id: row.id,
    creator_id: row.creator_id,
    payment_id: paymentBehind(row),
    currency: row.currency,
    amount_minor: row.fee_minor - row.holdback_minor,
    reason,
  };
}

/** Approved, and the charge is lost: what rests with the creator, or waits in a transfer that was never sent, is taken back. */
async function reverseUnsentRelease(tx: Tx, row: Collaboration): Promise<void> {
  const [movement] = await tx
    .select()
    .from(money_movements)
    .where(and(eq(money_movements.collaboration_id, row.id), eq(money_movements.kind, "transfer")))
    .for("update");
  if (movement) await withdrawTransfer(tx, movementOf(movement), "charge_lost");
  const amount_minor = movement?.amount_minor ?? earnedAtApproval(row);
  await reverseRelease(tx, row, { account: accounts.creatorPayable(row.creator_id), amount_minor });
}

/** The table's constraint keeps the count between zero and the funded slots; this keeps it true. */
async function countSlot(tx: Tx, offer_id: OfferId, by: 1 | -1): Promise<void> {
  await tx
    .update(offers)
    .set({ slots_taken: sql`${offers.slots_taken} + ${by}` })
    .where(eq(offers.id, offer_id));
}

/**
 * A closed offer has no budget to go back to: what a collaboration frees goes on to the card it came from. Not while the charge is
 * disputed: then it stays in the budget until the bank has decided.
 */
async function returnIfClosed(
  tx: Tx,
  row: Collaboration,
  offer: Locked["offer"],
  /** What freed it. A collaboration may free money twice: the rest of the cap at the release, the kept-back share later. */
  by: NonNullable<Transition["money"]>,
  amount_minor: number,
): Promise<void> {
  if (offer.status !== "closed" || amount_minor === 0) return;
  const charge = one(
    await tx
      .select()
      .from(offer_payments)
      .where(eq(offer_payments.id, paymentBehind(row)))
      .for("update"),
    "the payment",
  );
  if (charge.frozen_at) return;
  await createRefund(tx, { payment_id: charge.id, amount_minor, cause: `${by}:${row.id}` });
}
