/** A cardholder's bank has taken a charge back, has decided, or has given it back: what Stripe says of a dispute, entered in the books. */

import { and, asc, eq, isNull } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { PaymentId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { disputes } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import { accounts } from "../ledger/accounts";
import { post } from "../ledger/post";
import { notify } from "../notifications/notify";
import { freezeCharge, thawCharge } from "./freeze";
import { loseCharge } from "./lose-charge";

/** One movement of the platform's balance that a dispute caused; `amount_minor` is negative when Stripe took it. */
export type DisputeBooking = { id: string; amount_minor: number; fee_minor: number };

export type DisputeSeen = {
  id: string;
  charge_id: string;
  stripe_status: string;
  /** Whether the bank still has to decide. An inquiry (`warning_…`) takes no money and freezes nothing. */
  outcome: "open" | "won" | "lost" | "inquiry";
  reason: string;
  amount_minor: number;
  currency: string;
  bookings: readonly DisputeBooking[];
  evidence_due_at: Date | null;
};

type Payment = typeof offer_payments.$inferSelect;

/**
 * Idempotent, and safe against old news: each of Stripe's bookings enters the books once, and a dispute that is closed stays so.
 *
 * @returns false when no charge of ours is meant
 * @throws when it is in another currency than the charge: nothing is booked on a guess
 */
export async function recordDispute(tx: Tx, seen: DisputeSeen): Promise<boolean> {
  const [known] = await tx
    .select({ id: offer_payments.id, offer_id: offer_payments.offer_id })
    .from(offer_payments)
    .where(eq(offer_payments.charge_id, seen.charge_id));
  if (!known) return false;
  await tx.select({ id: offers.id }).from(offers).where(eq(offers.id, known.offer_id)).for("update");
  if (seen.outcome === "lost") await lockRunning(tx, known.id);
  const payment = one(
    await tx.select().from(offer_payments).where(eq(offer_payments.id, known.id)).for("update"),
    "the payment",
  );
  if (seen.currency !== payment.currency)
    throw new Error(`Dispute ${seen.id} is in ${seen.currency}, its charge in ${payment.currency}`);
  const before = await keep(tx, payment, seen);
  for (const booking of seen.bookings) await book(tx, payment, seen, booking);

  if (seen.outcome === "inquiry" || before === "won" || before === "lost") return true;
  // A dispute whose beginning nobody told us of is begun first, so that its end finds everything in place.
  if (before === "new") await begin(tx, payment, seen);
  if (seen.outcome === "won") await close(tx, payment, seen, "won");
  if (seen.outcome === "lost") await close(tx, payment, seen, "lost");
  return true;
}

/** Those that may be cancelled are locked before the charge, in the order that everybody keeps. */
async function lockRunning(tx: Tx, payment_id: PaymentId): Promise<void> {
  await tx
    .select({ id: collaborations.id })
    .from(collaborations)
    .where(and(eq(collaborations.payment_id, payment_id), isNull(collaborations.ended_at)))
    .orderBy(asc(collaborations.id))
    .for("update");
}

/** Writes or refreshes the row. @returns how it stood before */
async function keep(tx: Tx, payment: Payment, seen: DisputeSeen): Promise<"new" | "open" | "won" | "lost"> {
  const { id, stripe_status, reason, amount_minor, currency, evidence_due_at, bookings } = seen;
  const withdrawn_minor = -bookings.reduce((sum, booking) => sum + booking.amount_minor, 0);
  const fee_minor = bookings.reduce((sum, booking) => sum + booking.fee_minor, 0);
  const told = { stripe_status, reason, amount_minor, evidence_due_at, withdrawn_minor, fee_minor };
  const [row] = await tx.select().from(disputes).where(eq(disputes.id, id)).for("update");
  if (!row) {
    await tx.insert(disputes).values({ id, payment_id: payment.id, currency, ...told });
    return seen.outcome === "inquiry" ? "open" : "new";
  }
  if (row.status === "open") await tx.update(disputes).set(told).where(eq(disputes.id, id));
  // An inquiry may turn into a dispute that takes money: only then does it begin.
  const began = row.status !== "open" || payment.frozen_at !== null;
  return began ? row.status : "new";
}

/** Stripe's balance changed: what it took rests in `stripe:disputed` until the bank has decided, its fee is spent. */
async function book(tx: Tx, payment: Payment, seen: DisputeSeen, booking: DisputeBooking): Promise<void> {
  await post(tx, {
    kind: "dispute_moved",
    idempotency_key: `dispute-moved:${booking.id}`,
    currency: seen.currency,
    payment_id: payment.id,
    entries: [
      { account: accounts.stripePlatform, amount_minor: booking.amount_minor - booking.fee_minor },
      { account: accounts.stripeFees, amount_minor: booking.fee_minor },
      { account: accounts.stripeDisputed, amount_minor: -booking.amount_minor },
    ],
  });
}

async function begin(tx: Tx, payment: Payment, seen: DisputeSeen): Promise<void> {
  await freezeCharge(tx, payment.id);
  await tx.update(disputes).set({ froze_at: now() }).where(eq(disputes.id, seen.id));
  await notify(tx, { brand_id: payment.brand_id }, "money", {
    template: "charge_disputed",
    params: { offer_id: payment.offer_id, amount_minor: seen.amount_minor, currency: seen.currency },
  });
}

async function close(tx: Tx, payment: Payment, seen: DisputeSeen, status: "won" | "lost"): Promise<void> {
  // Whatever was set going since it opened, and Stripe has not heard of, is held back again before the loss is shared out.
  if (status === "lost") await freezeCharge(tx, payment.id);
  const loss_minor = status === "lost" ? await loseCharge(tx, payment.id, seen) : 0;
  await tx
    .update(disputes)
    .set({ status, stripe_status: seen.stripe_status, loss_minor, closed_at: now() })
    .where(eq(disputes.id, seen.id));
  await thawCharge(tx, payment.id);
}
