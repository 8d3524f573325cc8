/** The call that moves money at Stripe, by the kind of movement, under the movement's own idempotency key. */
import { stripe } from "../client";
import { accountOf, type Order, transferOf } from "./order";
import { type Made, refundMade } from "./outcome";

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
