/** The calls that move money at Stripe, and how to find again what an earlier one did. */

import type Stripe from "stripe";
import { required } from "@/app/lib/one";
import { stripe } from "./client";
import { idOf } from "./id-of";
import type { Order } from "./movement-order";
import { assertMatch, mismatch } from "./unacceptable";

/** `waiting`: a refund that Stripe has taken on and does not have the money for yet. */
export type Made =
  | { state: "done"; id: string }
  | { state: "waiting"; id: string }
  | { state: "failed"; id: string; reason: string };

/** @throws Stripe's refusal, or that it did not answer */
export async function createAtStripe(order: Order): Promise<Made> {
  const { movement, charge_id, offer_id } = order;
  const options = { idempotencyKey: `${movement.id}:${movement.key_version}` };
  const amount = movement.amount_minor;
  const metadata = {
    movement_id: movement.id,
    ...(movement.collaboration_id ? { collaboration_id: movement.collaboration_id } : {}),
  };
  switch (movement.kind) {
    case "transfer": {
      const transfer = await stripe().transfers.create(
        {
          amount,
          currency: movement.currency.toLowerCase(),
          destination: accountOf(order),
          // Waits for this charge to settle instead of failing, and can never draw on another brand's money.
          source_transaction: charge_id,
          transfer_group: offer_id,
          metadata,
        },
        options,
      );
      return { state: "done", id: transfer.id };
    }
    case "refund":
      return refundMade(await stripe().refunds.create({ charge: charge_id, amount, metadata }, options));
    case "reversal": {
      const reversal = await stripe().transfers.createReversal(
        transferOf(order),
        { amount, metadata },
        options,
      );
      return { state: "done", id: reversal.id };
    }
  }
}

/**
 * Finds what Stripe already did for this movement, by the metadata that only we write.
 * @throws Unacceptable when what names the movement is of another amount, currency or charge: somebody edited or copied metadata, and
 * until a person has looked, neither booking that object nor sending another is safe
 */
export async function findAtStripe(order: Order): Promise<Made | null> {
  const { movement, charge_id } = order;
  const ours = {
    amount: movement.amount_minor,
    currency: movement.currency.toLowerCase(),
    charge: charge_id,
  };
  let mismatched: Named | undefined;
  for await (const named of namedAtStripe(order)) {
    if (!mismatch(ours, named.facts)) return named.made;
    mismatched ??= named;
  }
  if (mismatched) assertMatch(ours, mismatched.facts);
  return null;
}

type Named = { made: Made; facts: { amount: number; currency: string; charge: string | null } };

/** What carries the movement's id at Stripe. Not asked: the destination, which a creator may have replaced since the call. */
async function* namedAtStripe(order: Order): AsyncGenerator<Named> {
  const { movement, charge_id, offer_id } = order;
  const isIt = (made: { metadata: Stripe.Metadata | null }) => made.metadata?.movement_id === movement.id;
  switch (movement.kind) {
    case "transfer":
      for await (const made of stripe().transfers.list({ transfer_group: offer_id, limit: 100 }))
        if (isIt(made))
          yield { made: { state: "done", id: made.id }, facts: factsOf(made, made.source_transaction) };
      return;
    case "refund":
      for await (const made of stripe().refunds.list({ charge: charge_id, limit: 100 }))
        if (isIt(made)) yield { made: refundMade(made), facts: factsOf(made, made.charge) };
      return;
    case "reversal":
      // Listed under the transfer, and a transfer is of one charge.
      for await (const made of stripe().transfers.listReversals(transferOf(order), { limit: 100 }))
        if (isIt(made)) yield { made: { state: "done", id: made.id }, facts: factsOf(made, charge_id) };
  }
}

function factsOf(
  { amount, currency }: { amount: number; currency: string },
  charge: string | { id: string } | null,
): Named["facts"] {
  return { amount, currency, charge: idOf(charge) };
}

/** A pending refund has left the balance once it has a balance transaction; before that it waits for money. */
export function refundMade(refund: Stripe.Refund): Made {
  const { id, status } = refund;
  if (status === "failed" || status === "canceled")
    return { state: "failed", id, reason: refund.failure_reason ?? status };
  return { state: refund.balance_transaction ? "done" : "waiting", id };
}

/** The account that a transfer goes to. @throws Error when the creator has none: such a transfer waits and is not sent */
export function accountOf({ movement, destination }: Order): string {
  return required(destination.account, `the account that ${movement.id} goes to`);
}

function transferOf({ movement, transfer_id }: Order): string {
  if (!transfer_id) throw new Error(`No transfer of ${movement.collaboration_id} is known at Stripe`);
  return transfer_id;
}
