/** The other direction: what is settled here and was not among what Stripe listed is asked for by its id. */

import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import { DISCONNECTED } from "@/app/domain/creator/account-condition";
import { MOVEMENT_KINDS, type MovementKind } from "@/app/domain/ledger/vocabulary";
import type { CreatorId, MovementId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { stripe } from "../client";
import { readOrder } from "../movements/order";
import { compareAccountBatch } from "./accounts";
import { BATCH } from "./batches";
import { compareChargeBatch } from "./charges";
import type { Compared, Discrepancies } from "./discrepancies";
import { compareDispute } from "./disputes";
import { type AtStripe, refundSeen, reversalSeen, transferSeen } from "./movement-facts";
import { compareMovements } from "./movements";
import { orAbsent } from "./or-absent";
import type { Seen, Unseen } from "./seen";

export async function compareUnseen(
  discrepancies: Discrepancies,
  seen: Seen,
  since: Date | null,
): Promise<void> {
  const from = since?.toISOString() ?? null;
  await each(
    (after) => seen.charges(from, after, BATCH),
    async (row) => {
      const charge = await orAbsent(() =>
        stripe().charges.retrieve(row.stripe_id, { expand: ["balance_transaction"] }),
      );
      if (!charge) return reportAbsent(discrepancies, "charges", row, "payment");
      if (charge.status !== "succeeded") return reportUnpaid(discrepancies, charge, row);
      await compareChargeBatch(discrepancies, seen, [charge]);
    },
  );
  for (const kind of MOVEMENT_KINDS)
    await each(
      (after) => seen.movements(kind, from, after, BATCH),
      async (row) => {
        const object = await orAbsent(() => RETRIEVE[kind](row));
        if (!object) return reportAbsent(discrepancies, `${kind}s`, row, "movement");
        await compareMovements(discrepancies, seen, [object]);
      },
    );
  await each(
    (after) => seen.disputes(from, after, BATCH),
    async (row) => {
      const dispute = await orAbsent(() => stripe().disputes.retrieve(row.stripe_id));
      if (!dispute) return reportAbsent(discrepancies, "disputes", row, "dispute");
      await compareDispute(discrepancies, dispute);
    },
  );
  await each(
    (after) => seen.accounts(after, BATCH),
    (row) => compareUnseenAccount(discrepancies, seen, row),
  );
}

const RETRIEVE: Record<MovementKind, (row: Unseen<MovementId>) => Promise<AtStripe | null>> = {
  transfer: async ({ stripe_id }) => transferSeen(await stripe().transfers.retrieve(stripe_id)),
  refund: async ({ stripe_id }) => refundSeen(await stripe().refunds.retrieve(stripe_id)),
  // Asked for below the transfer that it takes back.
  reversal: async ({ id, stripe_id }) => {
    const transfer = (await readOrder(id))?.transfer_id;
    return transfer ? reversalSeen(await stripe().transfers.retrieveReversal(transfer, stripe_id)) : null;
  },
};

async function each<Id extends string>(
  page: (after: string) => Promise<Unseen<Id>[]>,
  compare: (row: Unseen<Id>) => Promise<void>,
): Promise<void> {
  for (let after = ""; ; ) {
    const rows = await page(after);
    for (const row of rows) await compare(row);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.id;
  }
}

function reportAbsent(discrepancies: Discrepancies, of: Compared, row: Unseen, ours: string): Promise<void> {
  return discrepancies.differs(of, {
    kind: "absent_at_stripe",
    subject: row.stripe_id,
    expected: { [ours]: row.id, object: row.stripe_id },
    found: { object: null },
  });
}

function reportUnpaid(discrepancies: Discrepancies, charge: Stripe.Charge, { id }: Unseen): Promise<void> {
  return discrepancies.differs("charges", {
    kind: "status_differs",
    subject: charge.id,
    expected: { payment: id, status: "succeeded" },
    found: { payment: id, status: charge.status },
  });
}

/** A creator who has cut us off is known to be out of reach; money that waits for them waits with that reason. */
async function compareUnseenAccount(
  discrepancies: Discrepancies,
  seen: Seen,
  row: Unseen<CreatorId>,
): Promise<void> {
  const account = await orAbsent(() => stripe().accounts.retrieve(row.stripe_id));
  if (account) return compareAccountBatch(discrepancies, seen, [account]);
  const [creator] = await db.select().from(creators).where(eq(creators.id, row.id));
  if (creator?.account_requirements?.disabled_reason === DISCONNECTED) return;
  await discrepancies.differs("accounts", {
    kind: "account_missing",
    subject: row.stripe_id,
    expected: { creator: row.id, object: row.stripe_id },
    found: { object: null },
  });
}
