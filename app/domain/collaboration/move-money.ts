/** What a row of the lifecycle table says about the money, carried out in the books. The offer is locked by the caller. */
import { and, eq, sql } from "drizzle-orm";
import { shareOf } from "@/app/lib/money";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { fundings, offers } from "@/db/schema/offer";
import { heldAmount, hold, release, split, voidHeld } from "../ledger/held-funds";
import { intendRefund } from "../ledger/intend-refund";
import { intendTransfer } from "../ledger/intend-transfer";
import type { MoneyMove } from "./lifecycle";
import type { Collaboration, Locked } from "./lock";

/** A brand that cancels after the submission pays half the fee. */
const KILL_FEE_BPS = 5_000;

export async function moveMoney(
  tx: Tx,
  { row, offer }: Locked,
  money: MoneyMove | undefined,
  creator_fee_minor?: number,
): Promise<Collaboration> {
  switch (money) {
    case undefined:
      return row;
    case "hold": {
      await countSlot(tx, offer.id, 1);
      const funding_id = await hold(tx, row);
      const [held] = await tx
        .update(collaborations)
        .set({ funding_id })
        .where(eq(collaborations.id, row.id))
        .returning();
      return held!;
    }
    case "void":
      await countSlot(tx, offer.id, -1);
      await voidHeld(tx, row);
      await returnIfClosed(tx, row, offer, heldAmount(row));
      return row;
    case "release":
      await release(tx, row);
      await returnIfClosed(tx, row, offer, row.reimbursement_cap_minor - row.reimbursement_minor);
      return row;
    case "split": {
      const share_minor = creator_fee_minor ?? shareOf(row.fee_minor, KILL_FEE_BPS);
      const earned_minor = share_minor + row.reimbursement_minor;
      await split(tx, row, share_minor);
      await intendTransfer(tx, transferOf(row, earned_minor));
      await returnIfClosed(tx, row, offer, heldAmount(row) - earned_minor);
      return row;
    }
    case "transfer":
      await intendTransfer(tx, transferOf(row, row.fee_minor + row.reimbursement_minor));
      return row;
  }
}

function transferOf(row: Collaboration, amount_minor: number) {
  return {
    collaboration_id: row.id,
    creator_id: row.creator_id,
    funding_id: row.funding_id!,
    currency: row.currency,
    amount_minor,
  };
}

/** The table's constraint keeps the count between zero and the funded slots; this keeps it true. */
async function countSlot(tx: Tx, offer_id: string, by: 1 | -1): Promise<void> {
  await tx
    .update(offers)
    .set({ slots_taken: sql`${offers.slots_taken} + ${by}` })
    .where(eq(offers.id, offer_id));
}

/** A closed offer has no budget to go back to: what a collaboration frees goes on to the card it came from. */
async function returnIfClosed(
  tx: Tx,
  row: Collaboration,
  offer: Locked["offer"],
  amount_minor: number,
): Promise<void> {
  if (offer.status !== "closed" || amount_minor === 0) return;
  const [charge] = await tx
    .select({ id: fundings.id })
    .from(fundings)
    .where(and(eq(fundings.id, row.funding_id!), eq(fundings.status, "paid")));
  await intendRefund(tx, { funding_id: charge!.id, amount_minor, cause: `settle:${row.id}` });
}
