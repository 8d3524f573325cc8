/** The other direction: what is settled here and was not among what Stripe listed is asked for by its id. */

import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import { DISCONNECTED } from "@/app/domain/creator/account-condition";
import { MOVEMENT_KINDS, type MovementKind } from "@/app/domain/ledger/vocabulary";
import { db } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { stripe } from "../client";
import { readOrder } from "../movement-order";
import { compareAccountBatch } from "./accounts";
import { BATCH } from "./batches";
import { compareChargeBatch } from "./charges";
import { compareDispute } from "./disputes";
import type { Compared, Findings } from "./findings";
import { type AtStripe, refundSeen, reversalSeen, transferSeen } from "./movement-facts";
import { compareMovements } from "./movements";
import { orAbsent } from "./or-absent";
import type { Seen, Unseen } from "./seen";

export async function compareUnseen(findings: Findings, seen: Seen, since: Date | null): Promise<void> {
  const from = since?.toISOString() ?? null;
  await each(
    (after) => seen.charges(from, after, BATCH),
    async (row) => {
      const charge = await orAbsent(() =>
        stripe().charges.retrieve(row.stripe_id, { expand: ["balance_transaction"] }),
      );
      if (!charge) return reportAbsent(findings, "charges", row, "funding");
      if (charge.status !== "succeeded") return reportUnpaid(findings, charge, row);
      await compareChargeBatch(findings, seen, [charge]);
    },
  );
  for (const kind of MOVEMENT_KINDS)
    await each(
      (after) => seen.movements(kind, from, after, BATCH),
      async (row) => {
        const object = await orAbsent(() => RETRIEVE[kind](row));
        if (!object) return reportAbsent(findings, `${kind}s`, row, "movement");
        await compareMovements(findings, seen, [object]);
      },
    );
  await each(
    (after) => seen.disputes(from, after, BATCH),
    async (row) => {
      const dispute = await orAbsent(() => stripe().disputes.retrieve(row.stripe_id));
      if (!dispute) return reportAbsent(findings, "disputes", row, "dispute");
      await compareDispute(findings, dispute);
    },
  );
  await each(
    (after) => seen.accounts(after, BATCH),
    (row) => compareUnseenAccount(findings, seen, row),
  );
}

const RETRIEVE: Record<MovementKind, (row: Unseen) => Promise<AtStripe | null>> = {
  transfer: async ({ stripe_id }) => transferSeen(await stripe().transfers.retrieve(stripe_id)),
  refund: async ({ stripe_id }) => refundSeen(await stripe().refunds.retrieve(stripe_id)),
  // Asked for below the transfer that it takes back.
  reversal: async ({ id, stripe_id }) => {
    const transfer = (await readOrder(id))?.transfer_id;
    return transfer ? reversalSeen(await stripe().transfers.retrieveReversal(transfer, stripe_id)) : null;
  },
};

async function each(
  page: (after: string) => Promise<Unseen[]>,
  compare: (row: Unseen) => Promise<void>,
): Promise<void> {
  for (let after = ""; ; ) {
    const rows = await page(after);
    for (const row of rows) await compare(row);
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}

function reportAbsent(findings: Findings, of: Compared, row: Unseen, ours: string): Promise<void> {
  return findings.differs(of, {
    kind: "absent_at_stripe",
    subject: row.stripe_id,
    expected: { [ours]: row.id, object: row.stripe_id },
    found: { object: null },
  });
}

function reportUnpaid(findings: Findings, charge: Stripe.Charge, { id }: Unseen): Promise<void> {
  return findings.differs("charges", {
    kind: "status_differs",
    subject: charge.id,
    expected: { funding: id, status: "succeeded" },
    found: { funding: id, status: charge.status },
  });
}

/** A creator who has cut us off is known to be out of reach; money that waits for them waits with that reason. */
async function compareUnseenAccount(findings: Findings, seen: Seen, row: Unseen): Promise<void> {
  const account = await orAbsent(() => stripe().accounts.retrieve(row.stripe_id));
  if (account) return compareAccountBatch(findings, seen, [account]);
  const [creator] = await db.select().from(creators).where(eq(creators.id, row.id));
  if (creator?.account_requirements?.disabled_reason === DISCONNECTED) return;
  await findings.differs("accounts", {
    kind: "account_missing",
    subject: row.stripe_id,
    expected: { creator: row.id, object: row.stripe_id },
    found: { object: null },
  });
}
