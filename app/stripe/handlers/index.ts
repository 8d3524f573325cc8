/**
 * What each Stripe event means to us. `handled`: it changed, or confirmed, something of ours; `noted`: kept and shown to the operator.
 * Types that are not here are stored as `ignored`, and so is, with its reason, what can never be acted on.
 */
import type Stripe from "stripe";
import { disconnectAccount, refreshAccount } from "../accounts";
import { settleCheckout, settleDecline } from "../checkout";
import { settleDispute } from "../disputes";
import { isOutOfReach } from "../out-of-reach";
import { settlePayout } from "../payouts";
import { settleRefund, settleReversals, settleTransfer } from "../settle-objects";
import { Unacceptable } from "../unacceptable";

export type Outcome = "handled" | "noted";
type Handler = (event: Stripe.Event) => Promise<Outcome>;

/** Whether the object was one of ours, or nothing when every such object is. */
type Settle<T> = (object: T) => Promise<unknown>;

/**
 * About an object on the platform's own account. Where the order of events matters it is read afresh at Stripe instead of being
 * believed from the event; what Stripe does not know, nobody can act on.
 */
function ours<T extends { id: string }>(settle: Settle<T>): Handler {
  return async (event) => {
    if (event.account) throw new Unacceptable("of_another_account", event.account);
    const object = objectOf<T>(event);
    return (await within(object.id, () => settle(object))) === false ? "noted" : "handled";
  };
}

/** About a creator's account, which is named beside the object. */
function theirs(settle: (account: string) => Promise<unknown>): Handler {
  return async ({ account }) => {
    if (!account) return "noted"; // the platform's own account
    await within(account, () => settle(account));
    return "handled";
  };
}

function objectOf<T extends { id: string }>(event: Stripe.Event): T {
  const object: unknown = event.data?.object;
  if (typeof object !== "object" || object === null || !("id" in object))
    throw new Unacceptable("object_missing");
  // The id goes into the address that is asked.
  if (typeof object.id !== "string" || !/^\w{1,255}$/.test(object.id))
    throw new Unacceptable("object_missing", "its id is none");
  return object as T;
}

async function within<R>(id: string, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if (isOutOfReach(error)) throw new Unacceptable("not_at_stripe", id);
    throw error;
  }
}

const session = ours<Stripe.Checkout.Session>(async ({ id }) => {
  await settleCheckout(id);
});
const refund = ours<Stripe.Refund>(async ({ id, metadata }) =>
  metadata?.movement_id ? settleRefund(id) : false,
);
const dispute = ours<Stripe.Dispute>(({ id }) => settleDispute(id));
/** The event names the transfer; which of its reversals are ours is read afresh. */
const reversal = ours<Stripe.Transfer>(async ({ id }) => (await settleReversals(id)) > 0);
const account = theirs(refreshAccount);
/** To a creator's bank; the platform's own are kept to be looked at. */
const payout: Handler = async (event) => {
  const { account } = event;
  if (!account) return "noted";
  const { id } = objectOf<Stripe.Payout>(event);
  return (await within(id, () => settlePayout(account, id))) ? "handled" : "noted";
};
const note: Handler = async () => "noted";

export const HANDLERS: Partial<Record<string, Handler>> = {
  "checkout.session.completed": session,
  "checkout.session.async_payment_succeeded": session,
  "checkout.session.expired": session,
  "checkout.session.async_payment_failed": session,
  "payment_intent.payment_failed": ours(settleDecline),
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
  "transfer.created": ours(settleTransfer),
  "transfer.reversed": reversal,
  "account.updated": account,
  "capability.updated": account,
  "account.application.deauthorized": theirs(disconnectAccount),
  "payout.paid": payout,
  "payout.failed": payout,
};
