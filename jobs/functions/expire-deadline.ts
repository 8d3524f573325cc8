/** Sleeps until a collaboration's deadline and asks for what follows; the command decides whether anything still does. */
import { expireDeadline } from "@/app/domain/collaboration/expire-deadline";
import { transact } from "@/db/transact";
import { dataOf, inngest } from "../client";
import { runWhenDue } from "../on-time";

export const expireDeadlineWhenDue = inngest.createFunction(
  { id: "pass-deadline", retries: 10, triggers: [{ event: "collaboration/deadline.set" }] },
  async ({ event, step }) => {
    const { collaboration_id, version, due_at } = dataOf("collaboration/deadline.set", event);
    return runWhenDue(step, "pass", new Date(due_at), async () => {
      const moved = await transact((tx) => expireDeadline(tx, { collaboration_id, version }));
      return moved?.state ?? "moved on";
    });
  },
);
