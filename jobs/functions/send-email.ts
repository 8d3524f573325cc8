/** Sends an email about something other than a collaboration's transition. */
import { deliver } from "@/emails/deliver";
import { dataOf, inngest } from "../client";

export const sendEmail = inngest.createFunction(
  { id: "send-email", retries: 10, concurrency: { limit: 5 }, triggers: [{ event: "email/requested" }] },
  async ({ event, step }) => {
    const requested = dataOf("email/requested", event);
    const key = `${event.id}:${requested.template}:${requested.user_id}`;
    return step.run("deliver", () => deliver({ ...requested, key }));
  },
);
