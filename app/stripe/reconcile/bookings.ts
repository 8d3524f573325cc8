/**
 * Every movement of the platform's balance: the one list at Stripe that leaves nothing out. Reversals are only found here; so is what
 * happened lately to a refund or a dispute of long ago, and whatever moved the balance without any object of ours behind it.
 */
import type Stripe from "stripe";
import { stripe } from "../client";
import { settleDispute } from "../disputes";
import { createdSince, inBatches } from "./batches";
import type { Discrepancies } from "./discrepancies";
import { bookedOf } from "./disputes";
import { refundSeen, reversalSeen } from "./movement-facts";
import { compareMovements } from "./movements";
import type { Seen } from "./seen";

/** Compared with their own objects: charges, refunds and transfers. */
const ELSEWHERE = new Set(["charge", "payment", "refund", "payment_refund", "transfer"]);

export async function compareBookings(
  discrepancies: Discrepancies,
  seen: Seen,
  since: Date | null,
): Promise<void> {
  const list = stripe().balanceTransactions.list({
    ...createdSince(since),
    limit: 100,
    expand: ["data.source"],
  });
  for await (const batch of inBatches(list)) {
    discrepancies.count("bookings", batch.length);
    const rest = batch.filter(({ type }) => !ELSEWHERE.has(type));
    const sources = rest.map(({ source }) => source);
    await compareMovements(discrepancies, seen, sources.filter(isReversal).map(reversalSeen));
    await compareMovements(discrepancies, seen, sources.filter(isRefund).map(refundSeen));
    await compareAdjustments(
      discrepancies,
      rest.filter(({ source }) => isDispute(source)),
    );
    for (const booking of rest.filter(({ source }) => !isKnown(source)))
      await reportForeign(discrepancies, booking);
  }
}

async function compareAdjustments(
  discrepancies: Discrepancies,
  batch: readonly Stripe.BalanceTransaction[],
): Promise<void> {
  const booked = new Set(await bookedOf(batch.map(({ id }) => id)));
  for (const { id, source, net, currency, created } of batch) {
    if (booked.has(id) || discrepancies.isInProgress(created)) continue;
    const dispute = source as Stripe.Dispute;
    const found = { dispute: dispute.id, net_minor: net, currency: currency.toUpperCase() };
    await discrepancies.repair(
      "bookings",
      { kind: "dispute_differs", subject: id, expected: { booked: null }, found },
      "recorded",
      async () => {
        await settleDispute(dispute.id);
        return (await bookedOf([id])).length === 1;
      },
    );
  }
}

/** A payout of the platform, a fee, a top-up: nothing in the books speaks of it. */
function reportForeign(discrepancies: Discrepancies, booking: Stripe.BalanceTransaction): Promise<void> {
  const { id, type, net, currency, source } = booking;
  return discrepancies.differs("bookings", {
    kind: "booking_unknown",
    subject: id,
    expected: { booked: null },
    found: {
      type,
      net_minor: net,
      currency: currency.toUpperCase(),
      object: typeof source === "string" ? source : (source?.id ?? null),
    },
  });
}

type Source = Stripe.BalanceTransaction["source"];

const objectOf = (source: Source) => (typeof source === "object" && source ? source.object : null);
const isReversal = (source: Source): source is Stripe.TransferReversal =>
  objectOf(source) === "transfer_reversal";
const isRefund = (source: Source): source is Stripe.Refund => objectOf(source) === "refund";
const isDispute = (source: Source): source is Stripe.Dispute => objectOf(source) === "dispute";
const isKnown = (source: Source) => isReversal(source) || isRefund(source) || isDispute(source);
