/** Follow-ups while something is awaited: the creator's content, the brand's review. Each is sent only while it is still awaited. */
import { remind } from "@/app/domain/collaboration/remind";
import { remindersFor } from "@/app/domain/collaboration/reminders";
import { transact } from "@/db/transact";
import { dataOf, inngest } from "../client";
import { runWhenDue } from "../on-time";

export const remindWhileAwaited = inngest.createFunction(
  { id: "remind", retries: 10, triggers: [{ event: "collaboration/deadline.set" }] },
  async ({ event, step }) => {
    const { collaboration_id, version, due_kind, due_at } = dataOf("collaboration/deadline.set", event);
    const reminders = await step.run("plan", () =>
      transact((tx) => remindersFor(tx, { collaboration_id, due_kind, due_at: new Date(due_at) })),
    );
    for (const { template, at } of reminders) {
      const awaited = await runWhenDue(step, template, new Date(at), () =>
        transact((tx) => remind(tx, { collaboration_id, version, template })),
      );
      if (!awaited) return "no longer awaited";
    }
    return `${reminders.length} sent`;
  },
);
