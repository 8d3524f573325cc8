/**
 * What Stripe's answer to a movement means, and what is recorded of it. Money that cannot go where it should stays where it is owed, and
 * the person is told why, with a link that mends it.
 */
import { eq } from "drizzle-orm";
import Stripe from "stripe";
import { settleAndAdvance } from "@/app/domain/collaboration/settle-transfer";
import type { Movement, TransferMovement } from "@/app/domain/ledger/movement";
import { blockMovement, failRefund, failReversal } from "@/app/domain/ledger/settle-movement";
import { notify } from "@/app/domain/notifications/notify";
import type { MovementId, PaymentId } from "@/app/lib/ids";
import { one } from "@/app/lib/one";
import type { Tx } from "@/db/client";
import { creators } from "@/db/schema/creator";
import { money_movements } from "@/db/schema/ledger";
import { offer_payments, offers } from "@/db/schema/offer";
import { transact } from "@/db/transact";

/** `waiting`: a refund that Stripe has taken on and does not have the money for yet. */
export type Made =
  | { state: "done"; id: string }
  | { state: "waiting"; id: string }
  | { state: "failed"; id: string; reason: string };

/** A pending refund has left the balance once it has a balance transaction; before that it waits for money. */
export function refundMade(refund: Stripe.Refund): Made {
  const { id, status } = refund;
  if (status === "failed" || status === "canceled")
    return { state: "failed", id, reason: refund.failure_reason ?? status };
  return { state: refund.balance_transaction ? "done" : "waiting", id };
}

/**
 * One too many was not carried out. A key in use is that of a call which is still on its way, ours of a moment ago or another process's: it
 * may yet take effect, so that a look at Stripe finds nothing and proves nothing, and a new key could pay twice.
 */
export function saysNothingOfTheKey(error: unknown): boolean {
  if (error instanceof Stripe.errors.StripeRateLimitError) return true;
  // Our own key to Stripe was refused, or another call bears this one: neither was looked at.
  if (error instanceof Stripe.errors.StripeAuthenticationError) return true;
  if (error instanceof Stripe.errors.StripeIdempotencyError) return true;
  // By its number: the SDK has a class for it only where the answer is a 400 or a 404.
  return error instanceof Stripe.errors.StripeError && error.statusCode === 409;
}

/**
 * Whether Stripe has kept this answer for the key, so that only a new one gets another. A 500 that it does not repeat may come from
 * somewhere before the key was looked at, while an earlier call under it is still on its way: there a new key could pay twice.
 */
export function isKept({ statusCode = 0, headers }: Stripe.errors.StripeError): boolean {
  return statusCode < 500 || headers?.["idempotent-replayed"] === "true";
}

const ACCOUNT_CODES = new Set([
  "account_invalid",
  "transfers_not_allowed",
  "insufficient_capabilities_for_transfer",
]);

/** Whether the creator's account, and not the transfer itself, is why Stripe refused. */
export function isAboutTheAccount(error: Stripe.errors.StripeInvalidRequestError): boolean {
  return error.param === "destination" || ACCOUNT_CODES.has(error.code ?? "");
}

/** What Stripe made of it, as an answer or found later, taken into the books. */
export async function recordOutcome(movement: Movement, made: Made): Promise<void> {
  if (made.state === "failed") return refundCameBack(movement.id, made.reason);
  if (made.state === "waiting") return refundWaits(movement.id, made.id);
  await transact((tx) =>
    settleAndAdvance(tx, {
      movement_id: movement.id,
      collaboration_id: movement.collaboration_id,
      stripe_id: made.id,
    }),
  );
}

/**
 * The creator's account cannot take it: `account_missing` or `account_restricted`. It goes out by itself when that changes; has it
 * changed already, nothing would say so again, and it stays to be tried.
 */
export async function blockTransfer(movement: TransferMovement): Promise<void> {
  await transact((tx) => blockForAccount(tx, movement));
}

export async function blockForAccount(tx: Tx, movement: TransferMovement): Promise<void> {
  const creator = one(
    await tx
      .select({ account: creators.stripe_account_id, ready: creators.transfers_active })
      .from(creators)
      .where(eq(creators.id, movement.creator_id))
      .for("share"),
    "the creator",
  );
  if (creator.account && creator.ready) return;
  const reason = creator.account ? "account_restricted" : "account_missing";
  const blocked = await blockMovement(tx, movement.id, reason);
  if (!blocked) return;
  await notify(tx, { creator_id: movement.creator_id }, "money", {
    template: "transfer_blocked",
    params: {
      reason,
      offer_title: await offerTitleOf(tx, movement.payment_id),
      amount_minor: movement.amount_minor,
      currency: movement.currency,
      collaboration_id: movement.collaboration_id,
    },
  });
}

async function offerTitleOf(tx: Tx, payment_id: PaymentId): Promise<string> {
  const [offer] = await tx
    .select({ title: offers.title })
    .from(offer_payments)
    .innerJoin(offers, eq(offers.id, offer_payments.offer_id))
    .where(eq(offer_payments.id, payment_id));
  if (!offer) throw new Error(`No offer behind payment ${payment_id}`);
  return offer.title;
}

/** The charge is disputed: nothing leaves it until the bank has decided. */
export async function holdBackDisputed(movement: Movement): Promise<void> {
  await transact(async (tx) => {
    const charge = one(
      await tx
        .select({ frozen_at: offer_payments.frozen_at })
        .from(offer_payments)
        .where(eq(offer_payments.id, movement.payment_id))
        .for("share"),
      "the payment",
    );
    // Decided meanwhile: nothing would set it going again.
    if (charge.frozen_at) await blockMovement(tx, movement.id, "charge_disputed");
  });
}

/** Stripe has taken the refund on and waits for money to settle; its webhook, or the sweep, tells when it is done. */
export async function refundWaits(movement_id: MovementId, stripe_id: string): Promise<void> {
  await transact(async (tx) => {
    const waits = await blockMovement(tx, movement_id, "refund_waits");
    if (waits) await tx.update(money_movements).set({ stripe_id }).where(eq(money_movements.id, movement_id));
  });
}

/** The creator's account does not have it: the debt stays, to be recovered from what they earn next. */
export async function reversalFailed(movement_id: MovementId, reason: string): Promise<void> {
  await transact((tx) => failReversal(tx, movement_id, reason));
}

/** The card would not take its money back: it is the brand's own on the platform now. */
export async function refundCameBack(movement_id: MovementId, reason: string): Promise<void> {
  await transact(async (tx) => {
    const failed = await failRefund(tx, movement_id, reason);
    if (!failed) return;
    const payment = one(
      await tx
        .select({ brand_id: offer_payments.brand_id })
        .from(offer_payments)
        .where(eq(offer_payments.id, failed.payment_id)),
      "the payment",
    );
    await notify(tx, { brand_id: payment.brand_id }, "money", {
      template: "refund_failed",
      params: { amount_minor: failed.amount_minor, currency: failed.currency },
    });
  });
}
