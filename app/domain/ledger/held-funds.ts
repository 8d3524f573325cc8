/**
 * What can happen to the money of one collaboration inside our own books: held from the offer's budget, given back to it, or owed
 * to the creator. The caller has locked the offer and then the collaboration; accounts are locked here, last.
 */

import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { CollaborationId, CreatorId, OfferId, PaymentId } from "@/app/lib/ids";
import { required } from "@/app/lib/one";
import { Refusal } from "@/app/lib/refusal";
import type { Queryable, Tx } from "@/db/client";
import { ledger_transactions } from "@/db/schema/ledger";
import { offer_payments } from "@/db/schema/offer";
import { type Account, accounts } from "./accounts";
import { post } from "./post";
import { absorbedLoss } from "./queries/absorbed-loss";

export type HeldCollaboration = {
  id: CollaborationId;
  offer_id: OfferId;
  creator_id: CreatorId;
  currency: string;
  fee_minor: number;
  platform_fee_minor: number;
  reimbursement_cap_minor: number;
  reimbursement_minor: number;
  holdback_minor: number;
  share_minor: number | null;
  payment_id: PaymentId | null;
};

/** What of a charge nobody has claimed and nobody has taken back. */
const unclaimed = sql<number>`${offer_payments.amount_minor} - ${offer_payments.claimed_minor} - ${offer_payments.refunded_minor} - ${offer_payments.charged_back_minor}`;

/** The payment that a collaboration's held funds came from. @throws Error while nothing is held for it */
export function paymentBehind({ id, payment_id }: Pick<HeldCollaboration, "id" | "payment_id">): PaymentId {
  return required(payment_id, `the payment behind ${id}`);
}

/** What is set aside for one collaboration, in minor units. */
export function heldAmount(collaboration: HeldCollaboration): number {
  return collaboration.fee_minor + collaboration.platform_fee_minor + collaboration.reimbursement_cap_minor;
}

/**
 * Budget → held, tied to the oldest paid charge of the offer that still covers it whole, because a transfer later draws on exactly
 * one charge.
 *
 * @returns the payment that backs it
 * @throws Refusal `budget_spent` when no charge covers it
 */
export async function hold(tx: Tx, collaboration: HeldCollaboration): Promise<PaymentId> {
  const amount_minor = heldAmount(collaboration);
  const [payment] = await tx
    .select({ id: offer_payments.id })
    .from(offer_payments)
    .where(
      and(
        eq(offer_payments.offer_id, collaboration.offer_id),
        eq(offer_payments.status, "paid"),
        isNull(offer_payments.frozen_at),
        sql`${unclaimed} >= ${amount_minor}`,
      ),
    )
    .orderBy(asc(offer_payments.created_at), asc(offer_payments.id))
    .limit(1)
    .for("update");
  if (!payment) throw new Refusal("budget_spent", { status: 409 });
  await claim(tx, payment.id, amount_minor);
  await post(tx, {
    kind: "hold",
    idempotency_key: `hold:${collaboration.id}`,
    currency: collaboration.currency,
    collaboration_id: collaboration.id,
    payment_id: payment.id,
    entries: [
      { account: accounts.offerBudget(collaboration.offer_id), amount_minor },
      { account: accounts.collaborationHeld(collaboration.id), amount_minor: -amount_minor },
    ],
  });
  return payment.id;
}

/** Held → budget, all of it. */
export async function voidHeld(tx: Tx, collaboration: HeldCollaboration): Promise<void> {
  await settleHeld(tx, collaboration, "void", { creator_minor: 0, platform_minor: 0, kept_minor: 0 });
}

/** What a creator earns once it is decided: the fee less what is kept back until the post has stayed up, or their share of it, and what the sample cost. */
export function earnedAtApproval(collaboration: HeldCollaboration): number {
  const { fee_minor, holdback_minor, share_minor, reimbursement_minor } = collaboration;
  return (share_minor ?? fee_minor - holdback_minor) + reimbursement_minor;
}

/** What the platform earns: nothing where an operator shared the fee. */
function platformPart({ share_minor, platform_fee_minor }: HeldCollaboration): number {
  return share_minor === null ? platform_fee_minor : 0;
}

/** Held → owed to the creator. What is kept back stays held; the unused rest of the cap goes back to the budget. */
export async function release(tx: Tx, collaboration: HeldCollaboration): Promise<void> {
  await settleHeld(tx, collaboration, "release", {
    creator_minor: earnedAtApproval(collaboration),
    platform_minor: platformPart(collaboration),
    kept_minor: collaboration.holdback_minor,
  });
}

/** The post has stayed up: what was kept back is owed to the creator as well. */
export async function releaseHoldback(tx: Tx, collaboration: HeldCollaboration): Promise<void> {
  await settleHoldback(tx, collaboration, "holdback_released", [
    {
      account: accounts.creatorPayable(collaboration.creator_id),
      amount_minor: -collaboration.holdback_minor,
    },
  ]);
}

/**
 * The post is gone: what was kept back returns to the budget. Where the bank has taken the charge back, the brand has it already, and
 * it makes the platform's loss smaller first.
 *
 * @returns what returned to the budget, in minor units
 */
export async function returnHoldback(tx: Tx, collaboration: HeldCollaboration): Promise<number> {
  const { holdback_minor, offer_id } = collaboration;
  if (holdback_minor === 0) return 0;
  const payment_id = paymentBehind(collaboration);
  const offset_minor = Math.min(holdback_minor, await absorbedLoss(tx, payment_id));
  const back_minor = holdback_minor - offset_minor;
  await settleHoldback(tx, collaboration, "holdback_returned", [
    { account: accounts.offerBudget(offer_id), amount_minor: -back_minor },
    { account: accounts.losses, amount_minor: -offset_minor },
  ]);
  await claim(tx, payment_id, -back_minor);
  return back_minor;
}

async function settleHoldback(
  tx: Tx,
  collaboration: HeldCollaboration,
  kind: "holdback_released" | "holdback_returned",
  to: ReadonlyArray<{ account: Account; amount_minor: number }>,
): Promise<void> {
  const amount_minor = collaboration.holdback_minor;
  if (amount_minor === 0) return;
  const booked = await post(tx, {
    kind,
    idempotency_key: `settle-kept-back:${collaboration.id}`,
    currency: collaboration.currency,
    collaboration_id: collaboration.id,
    payment_id: paymentBehind(collaboration),
    entries: [{ account: accounts.collaborationHeld(collaboration.id), amount_minor }, ...to],
  });
  if (!booked) throw new Error(`What was kept back of ${collaboration.id} was settled before`);
}

/**
 * A release, or a share, is taken back before any of it has left for Stripe: the charge behind it is lost, or the post is gone. `from` is
 * where the creator's part rests: with the creator, or on its way out (a movement that was never sent).
 *
 * @returns what returned to the budget, in minor units
 */
export async function reverseRelease(
  tx: Tx,
  collaboration: HeldCollaboration,
  from: { account: Account; amount_minor: number },
): Promise<number> {
  const { holdback_minor } = collaboration;
  const platform_fee_minor = platformPart(collaboration);
  const back_minor = from.amount_minor + platform_fee_minor + holdback_minor;
  await post(tx, {
    kind: "release_reversed",
    idempotency_key: `undo-release:${collaboration.id}`,
    currency: collaboration.currency,
    collaboration_id: collaboration.id,
    payment_id: paymentBehind(collaboration),
    entries: [
      from,
      { account: accounts.platformFees, amount_minor: platform_fee_minor },
      { account: accounts.collaborationHeld(collaboration.id), amount_minor: holdback_minor },
      { account: accounts.offerBudget(collaboration.offer_id), amount_minor: -back_minor },
    ],
  });
  await claim(tx, paymentBehind(collaboration), -back_minor);
  return back_minor;
}

/**
 * What was kept back is taken back after it had become the creator's and before it was sent.
 *
 * @param amount_minor what rests with the creator of it
 */
export async function reverseHoldback(
  tx: Tx,
  collaboration: HeldCollaboration,
  amount_minor: number,
): Promise<void> {
  const payment_id = paymentBehind(collaboration);
  await post(tx, {
    kind: "release_reversed",
    idempotency_key: `undo-kept-back:${collaboration.id}`,
    currency: collaboration.currency,
    collaboration_id: collaboration.id,
    payment_id,
    entries: [
      { account: accounts.creatorPayable(collaboration.creator_id), amount_minor },
      { account: accounts.offerBudget(collaboration.offer_id), amount_minor: -amount_minor },
    ],
  });
  await claim(tx, payment_id, -amount_minor);
}

/** Whether what was kept back is the creator's already. */
export async function isHoldbackReleased(
  tx: Queryable,
  { id }: Pick<HeldCollaboration, "id">,
): Promise<boolean> {
  const [released] = await tx
    .select({ kind: ledger_transactions.kind })
    .from(ledger_transactions)
    .where(eq(ledger_transactions.idempotency_key, `settle-kept-back:${id}`));
  return released?.kind === "holdback_released";
}

/**
 * Held → a share for each side. The creator gets `share_minor` of the fee and the whole of what the sample cost; no post was
 * proven, so the platform earns nothing and its fee goes back to the brand.
 */
export async function split(tx: Tx, collaboration: HeldCollaboration): Promise<void> {
  await settleHeld(tx, collaboration, "split", {
    creator_minor: earnedAtApproval(collaboration),
    platform_minor: 0,
    kept_minor: 0,
  });
}

async function settleHeld(
  tx: Tx,
  collaboration: HeldCollaboration,
  kind: "void" | "release" | "split",
  shares: { creator_minor: number; platform_minor: number; kept_minor: number },
): Promise<void> {
  const held_minor = heldAmount(collaboration) - shares.kept_minor;
  const back_minor = held_minor - shares.creator_minor - shares.platform_minor;
  const payment_id = paymentBehind(collaboration);
  // One key for all three ends: what was released can never be voided as well.
  const booked = await post(tx, {
    kind,
    idempotency_key: `settle-held:${collaboration.id}`,
    currency: collaboration.currency,
    collaboration_id: collaboration.id,
    payment_id,
    entries: [
      { account: accounts.collaborationHeld(collaboration.id), amount_minor: held_minor },
      { account: accounts.creatorPayable(collaboration.creator_id), amount_minor: -shares.creator_minor },
      { account: accounts.platformFees, amount_minor: -shares.platform_minor },
      { account: accounts.offerBudget(collaboration.offer_id), amount_minor: -back_minor },
    ],
  });
  if (!booked) throw new Error(`The held funds of ${collaboration.id} were settled before`);
  await claim(tx, payment_id, -back_minor);
}

/** Counts what of a charge is spoken for; the table's constraint refuses more than there is. */
export async function claim(tx: Tx, payment_id: PaymentId, amount_minor: number): Promise<void> {
  if (amount_minor === 0) return;
  await tx
    .update(offer_payments)
    .set({ claimed_minor: sql`${offer_payments.claimed_minor} + ${amount_minor}` })
    .where(eq(offer_payments.id, payment_id));
}
