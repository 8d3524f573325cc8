/** Sends a letter that is about something other than a collaboration's move. */
import { deliver } from "@/emails/deliver";
import { dataOf, inngest } from "../client";

export const sendEmail = inngest.createFunction(
  { id: "send-email", retries: 10, concurrency: { limit: 5 }, triggers: [{ event: "email/requested" }] },
  async ({ event, step }) => {
    const { template, user_id, params } = dataOf("email/requested", event);
    return step.run("deliver", () =>
      deliver({ key: `${event.id}:${template}:${user_id}`, user_id, template, params }),
    );
  },
);
