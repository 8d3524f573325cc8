/**
 * What each Stripe event means to us. `handled`: it changed, or confirmed, something of ours; `noted`: kept and shown to the operator.
 * Types that are not here are stored as `ignored`.
 */

import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import { settleAndAdvance } from "@/app/domain/collaboration/settle-transfer";
import { db } from "@/db/client";
import { money_movements } from "@/db/schema/ledger";
import { transact } from "@/db/transact";
import { disconnectAccount, refreshAccount } from "../accounts";
import { failCheckout, noteDecline, settleCheckout } from "../checkout";
import { settleDispute } from "../disputes";
import { settleRefund, settleReversals } from "../settle-objects";

export type Outcome = "handled" | "noted";
type Handler = (event: Stripe.Event) => Promise<Outcome>;

const session = async (event: Stripe.Event): Promise<Outcome> => {
  await settleCheckout((event.data.object as Stripe.Checkout.Session).id);
  return "handled";
};

const account = async (event: Stripe.Event): Promise<Outcome> => {
  // Events come in any order, so the account is read afresh instead of being believed from the event.
  if (event.account) await refreshAccount(event.account);
  return "handled";
};

const refund = async (event: Stripe.Event): Promise<Outcome> => {
  const made = event.data.object as Stripe.Refund;
  const movement_id = made.metadata?.movement_id;
  if (!movement_id || !(await isOurs(movement_id))) return "noted";
  await settleRefund(made.id);
  return "handled";
};

const dispute = async (event: Stripe.Event): Promise<Outcome> =>
  (await settleDispute((event.data.object as Stripe.Dispute).id)) ? "handled" : "noted";

/** The event names the transfer; which of its reversals are ours is read afresh. */
const reversal = async (event: Stripe.Event): Promise<Outcome> =>
  (await settleReversals((event.data.object as Stripe.Transfer).id)) ? "handled" : "noted";

const transfer = async (event: Stripe.Event): Promise<Outcome> => {
  const made = event.data.object as Stripe.Transfer;
  const movement_id = made.metadata?.movement_id;
  const movement = movement_id ? await isOurs(movement_id) : null;
  if (!movement) return "noted";
  await transact((tx) =>
    settleAndAdvance(tx, {
      movement_id: movement.id,
      collaboration_id: movement.collaboration_id,
      stripe_id: made.id,
    }),
  );
  return "handled";
};

/** Metadata may lie: it counts only when it names a movement that we wrote. */
async function isOurs(movement_id: string) {
  const [movement] = await db.select().from(money_movements).where(eq(money_movements.id, movement_id));
  return movement ?? null;
}

const note: Handler = async () => "noted";

export const HANDLERS: Partial<Record<string, Handler>> = {
  "checkout.session.completed": session,
  "checkout.session.async_payment_succeeded": session,
  "checkout.session.expired": session,
  "checkout.session.async_payment_failed": async (event) => {
    await failCheckout(event.data.object as Stripe.Checkout.Session);
    return "handled";
  },
  "payment_intent.payment_failed": async (event) => {
    await noteDecline(event.data.object as Stripe.PaymentIntent);
    return "handled";
  },
  "payment_intent.succeeded": note,
  "payment_intent.canceled": note,
  "charge.refunded": note,
  "refund.created": refund,
  "refund.updated": refund,
  "refund.failed": refund,
  "charge.dispute.created": dispute,
  "charge.dispute.updated": dispute,
  "charge.dispute.closed": dispute,
  "charge.dispute.funds_withdrawn": dispute,
  "charge.dispute.funds_reinstated": dispute,
  "transfer.created": transfer,
  "transfer.reversed": reversal,
  "account.updated": account,
  "capability.updated": account,
  "account.application.deauthorized": async (event) => {
    if (event.account) await disconnectAccount(event.account);
    return "handled";
  },
  "payout.paid": note,
  "payout.failed": note,
};
