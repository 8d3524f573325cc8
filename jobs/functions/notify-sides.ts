/** Emails whom a transition concerns. Each email is a step of its own, so that one refused address delays no other. */
import { db } from "@/db/client";
import { deliver } from "@/emails/deliver";
import { emailsForTransition } from "@/emails/recipients";
import { dataOf, inngest } from "../client";

export const notifySides = inngest.createFunction(
  {
    id: "notify-sides",
    retries: 10,
    concurrency: { limit: 5 },
    triggers: [{ event: "collaboration/transitioned" }],
  },
  async ({ event, step }) => {
    const moved = dataOf("collaboration/transitioned", event);
    if (moved.notify.length === 0) return [];
    const { collaboration_id, event_id } = moved;
    const emails = await step.run("recipients", () => emailsForTransition(db, moved));
    return Promise.all(
      emails.map(({ template, user_id }) =>
        step.run(`${template} ${user_id}`, () =>
          deliver({
            key: `${event.id}:${template}:${user_id}`,
            user_id,
            template,
            params: { collaboration_id, event_id },
          }),
        ),
      ),
    );
  },
);
