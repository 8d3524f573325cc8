/** Asks Stripe for one object that may not be there. */
import Stripe from "stripe";

/** @returns null when Stripe says that there is no such object, or that it is none of ours; every other refusal is thrown */
export async function orAbsent<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    const gone =
      error instanceof Stripe.errors.StripePermissionError ||
      (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing");
    if (gone) return null;
    throw error;
  }
}
