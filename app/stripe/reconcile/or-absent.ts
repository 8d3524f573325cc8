/** Asks Stripe for one object that may not be there. */
import { isOutOfReach } from "../out-of-reach";

/** @returns null when Stripe says that there is no such object, or that it is none of ours; every other refusal is thrown */
export async function orAbsent<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isOutOfReach(error)) return null;
    throw error;
  }
}
