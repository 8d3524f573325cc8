/** What a row of the lifecycle table says about the money, carried out in the books. The offer is locked by the caller. */

import { eq, sql } from "drizzle-orm";
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
import { createTransfer, type TransferPart, transferKey } from "../ledger/create-transfer";
import {
  earnedAtApproval,
  heldAmount,
  hold,
  isHoldbackReleased,
  paymentBehind,
  release,
  releaseHoldback,
  returnHoldback,
  reverseHoldback,
  reverseRelease,
  split,
  voidHeld,
} from "../ledger/held-funds";
import { movementOf } from "../ledger/movement";
import { openClawback } from "../ledger/open-clawback";
import { withdrawTransfer } from "../ledger/settle-movement";
import type { Transition } from "./lifecycle";
import type { Collaboration, Locked } from "./lock";
import { choosePaidSubmission } from "./queries/paid-submission";

export type MoneyEffectResult = {
  row: Collaboration;
  /** All of it went towards what the creator owed: nothing is sent, and there is no arrival to wait for. */
  nothing_to_send?: { recovered_minor: number };
};

export async function applyMoneyEffect(
  tx: Tx,
  { row, offer }: Locked,
  { money, event, by }: Pick<Transition, "money" | "event" | "by">,
  creator_fee_minor?: number,
): Promise<MoneyEffectResult> {
  const decided_by = by.every((kind) => kind === "operator") ? "operator" : "rule";
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
      const paid_submission_id = await choosePaidSubmission(tx, row.id, decided_by);
      const released = await change(tx, row, { holdback_minor, paid_submission_id });
      await release(tx, released);
      await returnIfClosed(tx, row, offer, money, row.reimbursement_cap_minor - row.reimbursement_minor);
      return { row: released };
    }
    case "split":
      return { row: await share(tx, row, offer, money, required(creator_fee_minor, "the creator's share")) };
    case "reimburse":
      return { row: await share(tx, row, offer, money, 0) };
    case "transfer":
      return pay(tx, row, "pay", earnedAtApproval(row));
    case "reverse_release": {
      await countSlot(tx, offer.id, -1);
      const back_minor = await reverseUnsentRelease(tx, row, event);
      await returnIfClosed(tx, row, offer, money, back_minor);
      return { row };
    }
    case "release_holdback":
      if (!(await isHoldbackReleased(tx, row))) await releaseHoldback(tx, row);
      return pay(tx, row, "holdback", row.holdback_minor);
    case "claw_back": {
      const { back_minor, gone_minor } = await takeHoldbackBack(tx, row);
      await returnIfClosed(tx, row, offer, money, back_minor);
      // A removal is found by the clock; a fraud by an operator.
      const reason = event === "claw_back" ? "fraud" : "post_removed";
      await openClawback(tx, debtOf(row, row.fee_minor - row.holdback_minor + gone_minor, reason));
      return { row };
    }
  }
}

async function change(
  tx: Tx,
  row: Collaboration,
  set: Partial<Pick<Collaboration, "payment_id" | "holdback_minor" | "share_minor" | "paid_submission_id">>,
): Promise<Collaboration> {
  return one(
    await tx.update(collaborations).set(set).where(eq(collaborations.id, row.id)).returning(),
    "the collaboration",
  );
}

/** The creator's share of the fee, and what the sample cost, become theirs; the rest goes back. */
async function share(
  tx: Tx,
  row: Collaboration,
  offer: Locked["offer"],
  by: "split" | "reimburse",
  share_minor: number,
): Promise<Collaboration> {
  const paid_submission_id = await choosePaidSubmission(tx, row.id, "operator");
  const shared = await change(tx, row, { share_minor, paid_submission_id });
  await split(tx, shared);
  await returnIfClosed(tx, row, offer, by, heldAmount(row) - earnedAtApproval(shared));
  return shared;
}

/** Sends a part, now or once what it waits for has come. */
async function pay(
  tx: Tx,
  row: Collaboration,
  part: TransferPart,
  amount_minor: number,
): Promise<MoneyEffectResult> {
  const outcome =
    amount_minor > 0 ? await createTransfer(tx, transferOf(row, part, amount_minor)) : "recovered";
  return outcome === "recovered" ? { row, nothing_to_send: { recovered_minor: amount_minor } } : { row };
}

function transferOf(row: Collaboration, part: TransferPart, amount_minor: number) {
  return {
    collaboration_id: row.id,
    creator_id: row.creator_id,
    payment_id: paymentBehind(row),
    currency: row.currency,
    amount_minor,
    part,
  };
}

function debtOf(row: Collaboration, amount_minor: number, reason: ClawbackReason) {
  return {
    collaboration_id: row.id,
    creator_id: row.creator_id,
    payment_id: paymentBehind(row),
    currency: row.currency,
    amount_minor,
    reason,
  };
}

/**
 * What rests with the creator, or waits in a transfer that was never sent, is taken back. What went from it towards an older debt of theirs is
 * gone: it is owed in its turn. A lost charge leaves nobody to owe it to.
 *
 * @returns what returned to the budget
 */
async function reverseUnsentRelease(tx: Tx, row: Collaboration, event: Transition["event"]): Promise<number> {
  const waiting = await withdrawUnsent(tx, row, "pay", event === "lose_charge" ? "charge_lost" : "reversed");
  const earned_minor = earnedAtApproval(row);
  const amount_minor = waiting ?? earned_minor;
  const back_minor = await reverseRelease(tx, row, {
    account: accounts.creatorPayable(row.creator_id),
    amount_minor,
  });
  const gone_minor = earned_minor - amount_minor;
  if (gone_minor > 0 && event !== "lose_charge")
    await openClawback(tx, debtOf(row, gone_minor, "post_removed"));
  return back_minor;
}

/** @returns what of the kept-back part returned to the budget, and what of it is gone towards an older debt */
async function takeHoldbackBack(
  tx: Tx,
  row: Collaboration,
): Promise<{ back_minor: number; gone_minor: number }> {
  if (!(await isHoldbackReleased(tx, row)))
    return { back_minor: await returnHoldback(tx, row), gone_minor: 0 };
  const back_minor = required(await withdrawUnsent(tx, row, "holdback", "reversed"), "what was kept back");
  await reverseHoldback(tx, row, back_minor);
  return { back_minor, gone_minor: row.holdback_minor - back_minor };
}

/** @returns what a transfer carried that will not be sent; null where none was asked for yet */
async function withdrawUnsent(
  tx: Tx,
  row: Collaboration,
  part: TransferPart,
  reason: string,
): Promise<number | null> {
  const [movement] = await tx
    .select()
    .from(money_movements)
    .where(eq(money_movements.idempotency_key, transferKey(row.id, part)))
    .for("update");
  if (!movement) return null;
  const transfer = movementOf(movement);
  if (transfer.kind !== "transfer") throw new Error(`${movement.id} is no transfer`);
  await withdrawTransfer(tx, transfer, reason);
  return transfer.amount_minor;
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
