/** Carries out a movement of money. Whatever goes wrong is tried again; what is never answered is found by the sweep. */
import { sendMovement } from "@/app/stripe/send-movement";
import { dataOf, inngest } from "../client";

export const sendIntendedMovement = inngest.createFunction(
  {
    id: "send-movement",
    retries: 20,
    concurrency: { limit: 10 },
    triggers: [{ event: "movement/intended" }],
  },
  async ({ event, step }) => {
    const { movement_id } = dataOf("movement/intended", event);
    await step.run("send", () => sendMovement(movement_id));
  },
);
