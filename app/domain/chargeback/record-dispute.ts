/** A cardholder's bank has taken a charge back, has decided, or has given it back: what Stripe says of a dispute, entered in the books. */
import { and, asc, eq, isNull } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { Tx } from "@/db/client";
import { collaborations } from "@/db/schema/collaboration";
import { card_disputes } from "@/db/schema/ledger";
import { fundings, offers } from "@/db/schema/offer";
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

type Funding = typeof fundings.$inferSelect;

/**
 * Idempotent, and safe against old news: each of Stripe's bookings enters the books once, and a dispute that is closed stays so.
 *
 * @returns false when no charge of ours is meant
 * @throws when it is in another currency than the charge: nothing is booked on a guess
 */
export async function recordDispute(tx: Tx, seen: DisputeSeen): Promise<boolean> {
  const [known] = await tx
    .select({ id: fundings.id, offer_id: fundings.offer_id })
    .from(fundings)
    .where(eq(fundings.charge_id, seen.charge_id));
  if (!known) return false;
  await tx.select({ id: offers.id }).from(offers).where(eq(offers.id, known.offer_id)).for("update");
  if (seen.outcome === "lost") await lockRunning(tx, known.id);
  const [funding] = await tx.select().from(fundings).where(eq(fundings.id, known.id)).for("update");
  if (seen.currency !== funding!.currency)
    throw new Error(`Dispute ${seen.id} is in ${seen.currency}, its charge in ${funding!.currency}`);
  const before = await keep(tx, funding!, seen);
  for (const booking of seen.bookings) await book(tx, funding!, seen, booking);

  if (seen.outcome === "inquiry" || before === "won" || before === "lost") return true;
  // A dispute whose beginning nobody told us of is begun first, so that its end finds everything in place.
  if (before === "new") await begin(tx, funding!, seen);
  if (seen.outcome === "won") await close(tx, funding!, seen, "won");
  if (seen.outcome === "lost") await close(tx, funding!, seen, "lost");
  return true;
}

/** Those that may be cancelled are locked before the charge, in the order that everybody keeps. */
async function lockRunning(tx: Tx, funding_id: string): Promise<void> {
  await tx
    .select({ id: collaborations.id })
    .from(collaborations)
    .where(and(eq(collaborations.funding_id, funding_id), isNull(collaborations.ended_at)))
    .orderBy(asc(collaborations.id))
    .for("update");
}

/** Writes or refreshes the row. @returns how it stood before */
async function keep(tx: Tx, funding: Funding, seen: DisputeSeen): Promise<"new" | "open" | "won" | "lost"> {
  const { id, stripe_status, reason, amount_minor, currency, evidence_due_at, bookings } = seen;
  const withdrawn_minor = -bookings.reduce((sum, booking) => sum + booking.amount_minor, 0);
  const fee_minor = bookings.reduce((sum, booking) => sum + booking.fee_minor, 0);
  const told = { stripe_status, reason, amount_minor, evidence_due_at, withdrawn_minor, fee_minor };
  const [row] = await tx.select().from(card_disputes).where(eq(card_disputes.id, id)).for("update");
  if (!row) {
    await tx.insert(card_disputes).values({ id, funding_id: funding.id, currency, ...told });
    return seen.outcome === "inquiry" ? "open" : "new";
  }
  if (row.status === "open") await tx.update(card_disputes).set(told).where(eq(card_disputes.id, id));
  // An inquiry may turn into a dispute that takes money: only then does it begin.
  const began = row.status !== "open" || funding.frozen_at !== null;
  return began ? row.status : "new";
}

/** Stripe's balance changed: what it took rests in `stripe:disputed` until the bank has decided, its fee is spent. */
async function book(tx: Tx, funding: Funding, seen: DisputeSeen, booking: DisputeBooking): Promise<void> {
  await post(tx, {
    kind: "dispute_moved",
    idempotency_key: `dispute-moved:${booking.id}`,
    currency: seen.currency,
    funding_id: funding.id,
    entries: [
      { account: accounts.stripePlatform, amount_minor: booking.amount_minor - booking.fee_minor },
      { account: accounts.stripeFees, amount_minor: booking.fee_minor },
      { account: accounts.stripeDisputed, amount_minor: -booking.amount_minor },
    ],
  });
}

async function begin(tx: Tx, funding: Funding, seen: DisputeSeen): Promise<void> {
  await freezeCharge(tx, funding.id);
  await notify(tx, { brand_id: funding.brand_id }, "money", {
    template: "charge_disputed",
    params: { offer_id: funding.offer_id, amount_minor: seen.amount_minor, currency: seen.currency },
  });
}

async function close(tx: Tx, funding: Funding, seen: DisputeSeen, status: "won" | "lost"): Promise<void> {
  // Whatever was set going since it opened, and Stripe has not heard of, is held back again before the loss is shared out.
  if (status === "lost") await freezeCharge(tx, funding.id);
  const loss_minor = status === "lost" ? await loseCharge(tx, funding.id, seen) : 0;
  await tx
    .update(card_disputes)
    .set({ status, stripe_status: seen.stripe_status, loss_minor, closed_at: now() })
    .where(eq(card_disputes.id, seen.id));
  await thawCharge(tx, funding.id);
}
