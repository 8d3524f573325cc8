/** Closes an offer on the day its brand named. */
import { closeExpiredOffer } from "@/app/domain/collaboration/close-offer";
import { transact } from "@/db/transact";
import { dataOf, inngest } from "../client";

export const closeOfferWhenExpired = inngest.createFunction(
  { id: "close-expired-offer", retries: 10, triggers: [{ event: "offer/live" }] },
  async ({ event, step }) => {
    const { offer_id, closes_at } = dataOf("offer/live", event);
    if (!closes_at) return "open end";
    await step.sleepUntil("until-closing", new Date(closes_at));
    return step.run("close", () => transact((tx) => closeExpiredOffer(tx, offer_id)));
  },
);
