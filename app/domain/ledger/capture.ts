/** A paid Checkout enters the books: the charge, less Stripe's fee, is at Stripe; the whole of it is the offer's budget. */
import type { OfferId, PaymentId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";
import { accounts } from "./accounts";
import { post } from "./post";

export type Capture = {
  payment_id: PaymentId;
  offer_id: OfferId;
  currency: string;
  amount_minor: number;
  stripe_fee_minor: number;
};

/** @returns false when this payment was booked before */
export function capture(tx: Tx, input: Capture): Promise<boolean> {
  return post(tx, {
    kind: "capture",
    idempotency_key: `capture:${input.payment_id}`,
    currency: input.currency,
    payment_id: input.payment_id,
    entries: [
      { account: accounts.stripePlatform, amount_minor: input.amount_minor - input.stripe_fee_minor },
      { account: accounts.stripeFees, amount_minor: input.stripe_fee_minor },
      { account: accounts.offerBudget(input.offer_id), amount_minor: -input.amount_minor },
    ],
  });
}
