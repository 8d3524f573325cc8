import Stripe from "stripe";

/** Whether Stripe says that there is no such object, or that it is none of ours: asking again will not help. */
export function isOutOfReach(error: unknown): boolean {
  if (error instanceof Stripe.errors.StripePermissionError) return true;
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";
}
