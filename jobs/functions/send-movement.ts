/** Carries out a movement of money. Whatever goes wrong is tried again; what is never answered is found by the sweep. */
import { sendMovement } from "@/app/stripe/movements/send";
import { dataOf, inngest } from "../client";

/**
 * How many are under way at once. Stripe takes 25 transfers a second (https://docs.stripe.com/rate-limits) and the limits of app/stripe see to
 * it that it gets no more; here it only must not get fewer. With a second or more from being called to having settled, twice the rate
 * keeps the queue at Stripe's pace, and nobody waits for a turn longer than a few seconds.
 */
const AT_ONCE = 50;

/** One call and no steps: `sendMovement` may run any number of times, and a step would make each release two calls. */
export const sendPendingMovement = inngest.createFunction(
  {
    id: "send-movement",
    retries: 20,
    concurrency: { limit: AT_ONCE },
    triggers: [{ event: "movement/created" }],
  },
  async ({ event }) => {
    await sendMovement(dataOf("movement/created", event).movement_id);
  },
);
