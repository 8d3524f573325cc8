/** Calls that a person waits for: an outage of Stripe's is told to them in words, with what to do, instead of as our failure. */
import Stripe from "stripe";
import { log } from "@/app/lib/log";
import { Refusal } from "@/app/lib/refusal";

const OUTAGES = [
  Stripe.errors.StripeConnectionError,
  Stripe.errors.StripeAPIError,
  Stripe.errors.StripeRateLimitError,
];

/** @throws Refusal `stripe_silent` (503) when Stripe does not answer, or answers that it cannot now */
export async function answerOrRefuse<R>(ask: () => Promise<R>): Promise<R> {
  try {
    return await ask();
  } catch (error) {
    if (!OUTAGES.some((outage) => error instanceof outage)) throw error;
    log.warn({ err: error }, "Stripe did not answer somebody who waits");
    throw new Refusal("stripe_silent", { status: 503 });
  }
}
