/** Card disputes: how they stand at Stripe, and whether each of its bookings has entered the books. */
import { eq, inArray } from "drizzle-orm";
import type Stripe from "stripe";
import { db } from "@/db/client";
import { disputes, ledger_transactions } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import { stripe } from "../client";
import { seenOf } from "../dispute-seen";
import { settleDispute } from "../disputes";
import { createdSince, inBatches } from "./batches";
import { type Discrepancies, unlike } from "./discrepancies";
import type { Seen } from "./seen";

export async function compareDisputes(
  discrepancies: Discrepancies,
  seen: Seen,
  since: Date | null,
): Promise<void> {
  for await (const batch of inBatches(stripe().disputes.list({ ...createdSince(since), limit: 100 }))) {
    await seen.add(batch.map(({ id }) => id));
    for (const dispute of batch) await compareDispute(discrepancies, dispute);
  }
}

/** Stripe's word on a dispute is taken as it is: whatever it says differently, it said in a webhook that was lost. */
export async function compareDispute(discrepancies: Discrepancies, dispute: Stripe.Dispute): Promise<void> {
  discrepancies.count("disputes");
  const found = atStripe(dispute);
  const known = await inLedger(dispute);
  const wrong = known ? unlike(known, found) : { expected: { dispute: null }, found };
  if (!wrong || discrepancies.isInProgress(dispute.created)) return;
  await discrepancies.repair(
    "disputes",
    { kind: known ? "dispute_differs" : "dispute_unknown", subject: dispute.id, ...wrong },
    "recorded",
    async () => {
      await settleDispute(dispute.id);
      const after = await inLedger(dispute);
      return after !== null && unlike(after, found) === null;
    },
  );
}

type Facts = {
  charge: string | null;
  status: string;
  amount_minor: number;
  currency: string;
  bookings: string[];
};

function atStripe(dispute: Stripe.Dispute): Facts {
  const seen = seenOf(dispute);
  return {
    charge: seen.charge_id,
    // An inquiry stays open here until it becomes a dispute.
    status: seen.outcome === "inquiry" ? "open" : seen.outcome,
    amount_minor: seen.amount_minor,
    currency: seen.currency,
    bookings: seen.bookings.map(({ id }) => id).sort(),
  };
}

async function inLedger(dispute: Stripe.Dispute): Promise<Facts | null> {
  const [row] = await db
    .select({ dispute: disputes, charge: offer_payments.charge_id })
    .from(disputes)
    .innerJoin(offer_payments, eq(offer_payments.id, disputes.payment_id))
    .where(eq(disputes.id, dispute.id));
  if (!row) return null;
  const { status, amount_minor, currency } = row.dispute;
  const bookings = await bookedOf(dispute.balance_transactions.map(({ id }) => id));
  return { charge: row.charge, status, amount_minor, currency, bookings };
}

/** Which of these balance transactions of disputes are in the books. */
export async function bookedOf(transactions: readonly string[]): Promise<string[]> {
  if (transactions.length === 0) return [];
  const rows = await db
    .select({ key: ledger_transactions.idempotency_key })
    .from(ledger_transactions)
    .where(
      inArray(
        ledger_transactions.idempotency_key,
        transactions.map((id) => `dispute-moved:${id}`),
      ),
    );
  return rows.map(({ key }) => key.slice("dispute-moved:".length)).sort();
}
