/** What a row of the lifecycle table says about the money, carried out in the books. The offer is locked by the caller. */
import { and, eq, sql } from "drizzle-orm";
import { shareOf } from "@/app/lib/money";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { money_movements } from "@/db/schema/ledger";
import { fundings, offers } from "@/db/schema/offer";
import { accounts } from "../ledger/accounts";
import {
  earnedAtApproval,
  heldAmount,
  hold,
  release,
  releaseKeptBack,
  returnKeptBack,
  split,
  undoRelease,
  voidHeld,
} from "../ledger/held-funds";
import { intendRefund } from "../ledger/intend-refund";
import { intendTransfer } from "../ledger/intend-transfer";
import { openClawback } from "../ledger/open-clawback";
import { withdrawTransfer } from "../ledger/settle-movement";
import type { Transition } from "./lifecycle";
import type { Collaboration, Locked } from "./lock";

/** A brand that cancels after the submission pays half the fee. */
const KILL_FEE_BPS = 5_000;

export type Moved = {
  row: Collaboration;
  /** All of the pay went towards what the creator owed: nothing is sent, and there is no arrival to wait for. */
  nothing_to_send?: true;
};

export async function moveMoney(
  tx: Tx,
  { row, offer }: Locked,
  { money, event }: Pick<Transition, "money" | "event">,
  creator_fee_minor?: number,
): Promise<Moved> {
  switch (money) {
    case undefined:
      return { row };
    case "hold": {
      await countSlot(tx, offer.id, 1);
      return { row: await change(tx, row, { funding_id: await hold(tx, row) }) };
    }
    case "void":
      await countSlot(tx, offer.id, -1);
      await voidHeld(tx, row);
      await returnIfClosed(tx, row, offer, money, heldAmount(row));
      return { row };
    case "release": {
      const kept_back_minor = shareOf(row.fee_minor, row.policy.kept_back_bps, row.currency);
      const released = await change(tx, row, { kept_back_minor });
      await release(tx, released);
      await returnIfClosed(tx, row, offer, money, row.reimbursement_cap_minor - row.reimbursement_minor);
      return { row: released };
    }
    case "split":
      await share(tx, row, offer, creator_fee_minor ?? shareOf(row.fee_minor, KILL_FEE_BPS, row.currency));
      return { row };
    case "reimburse":
      await countSlot(tx, offer.id, -1);
      await share(tx, row, offer, 0);
      return { row };
    case "transfer": {
      const outcome = await intendTransfer(tx, transferOf(row, "pay", earnedAtApproval(row)));
      return outcome === "recovered" ? { row, nothing_to_send: true } : { row };
    }
    case "undo_release":
      await countSlot(tx, offer.id, -1);
      await undoUnsentRelease(tx, row);
      return { row };
    case "release_kept_back":
      await releaseKeptBack(tx, row);
      if (row.kept_back_minor > 0)
        await intendTransfer(tx, transferOf(row, "kept_back", row.kept_back_minor));
      return { row };
    case "claw_back":
      await returnIfClosed(tx, row, offer, money, await returnKeptBack(tx, row));
      // A removal is found by the clock; a fraud by an operator.
      await openClawback(tx, debtOf(row, event === "claw_back" ? "fraud" : "post_removed"));
      return { row };
  }
}

async function change(
  tx: Tx,
  row: Collaboration,
  set: Partial<Pick<Collaboration, "funding_id" | "kept_back_minor">>,
): Promise<Collaboration> {
  const [changed] = await tx.update(collaborations).set(set).where(eq(collaborations.id, row.id)).returning();
  return changed!;
}

/** The creator's share of the fee, and what the sample cost, go out; the rest goes back. */
async function share(tx: Tx, row: Collaboration, offer: Locked["offer"], fee_minor: number): Promise<void> {
  const earned_minor = fee_minor + row.reimbursement_minor;
  await split(tx, row, fee_minor);
  if (earned_minor > 0) await intendTransfer(tx, transferOf(row, "pay", earned_minor));
  await returnIfClosed(tx, row, offer, "split", heldAmount(row) - earned_minor);
}

function transferOf(row: Collaboration, part: "pay" | "kept_back", amount_minor: number) {
  return {
    collaboration_id: row.id,
    creator_id: row.creator_id,
    funding_id: row.funding_id!,
    currency: row.currency,
    amount_minor,
    part,
  };
}

function debtOf(row: Collaboration, reason: "post_removed" | "fraud") {
  return {
    collaboration_id: row.id,
    creator_id: row.creator_id,
    funding_id: row.funding_id!,
    currency: row.currency,
    amount_minor: row.fee_minor - row.kept_back_minor,
    reason,
  };
}

/** Approved, and the charge is lost: what rests with the creator, or waits in a transfer that was never sent, is taken back. */
async function undoUnsentRelease(tx: Tx, row: Collaboration): Promise<void> {
  const [movement] = await tx
    .select()
    .from(money_movements)
    .where(and(eq(money_movements.collaboration_id, row.id), eq(money_movements.kind, "transfer")))
    .for("update");
  if (movement) await withdrawTransfer(tx, movement, "charge_lost");
  const amount_minor = movement?.amount_minor ?? earnedAtApproval(row);
  await undoRelease(tx, row, { account: accounts.creatorPayable(row.creator_id), amount_minor });
}

/** The table's constraint keeps the count between zero and the funded slots; this keeps it true. */
async function countSlot(tx: Tx, offer_id: string, by: 1 | -1): Promise<void> {
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
  const [charge] = await tx.select().from(fundings).where(eq(fundings.id, row.funding_id!)).for("update");
  if (charge!.frozen_at) return;
  await intendRefund(tx, { funding_id: charge!.id, amount_minor, cause: `${by}:${row.id}` });
}
