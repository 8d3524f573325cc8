/** Closes an offer on the day its brand named. */
import { closeExpiredOffer } from "@/app/domain/collaboration/close-offer";
import { transact } from "@/db/transact";
import { dataOf, inngest } from "../client";
import { runWhenDue } from "../on-time";

export const closeOfferWhenExpired = inngest.createFunction(
  { id: "close-expired-offer", retries: 10, triggers: [{ event: "offer/live" }] },
  async ({ event, step }) => {
    const { offer_id, closes_at } = dataOf("offer/live", event);
    if (!closes_at) return "open end";
    return runWhenDue(step, "close", new Date(closes_at), () =>
      transact((tx) => closeExpiredOffer(tx, offer_id)),
    );
  },
);
