/** Looks an earlier attempt of a movement up at Stripe: a call whose answer was lost may have taken effect. */
import type Stripe from "stripe";
import { stripe } from "../client";
import { idOf } from "../id-of";
import { assertMatch, mismatch } from "../unacceptable";
import { type Order, transferOf } from "./order";
import { type Made, refundMade } from "./outcome";

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
