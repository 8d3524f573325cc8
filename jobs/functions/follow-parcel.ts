/** Asks the carriers' service to tell us where a parcel is. */
import { registerTracker } from "@/app/carriers/easypost";
import { dataOf, inngest } from "../client";

export const followShippedParcel = inngest.createFunction(
  { id: "follow-parcel", retries: 20, triggers: [{ event: "parcel/shipped" }] },
  async ({ event, step }) => {
    const { parcel_id } = dataOf("parcel/shipped", event);
    await step.run("register", () => registerTracker(parcel_id));
  },
);
