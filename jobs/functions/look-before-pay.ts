/**
 * Looks at the post when pay has been decided, so that one that is gone is noticed early, and again when the pay is to leave, if what was seen
 * is older than a day.
 */
import { readWatched } from "@/app/domain/verification/watch-post";
import { now } from "@/app/lib/clock";
import { db } from "@/db/client";
import { dataOf, inngest } from "../client";
import { lookAndAct } from "../looks";

/** A hold that is shorter than this ends before anything could follow from a look at its beginning. */
const WORTH_LOOKING_MS = 3 * 3_600_000;

export const lookBeforePay = inngest.createFunction(
  {
    id: "look-before-pay",
    retries: 10,
    triggers: [
      { event: "collaboration/deadline.set", if: "event.data.due_kind == 'hold'" },
      { event: "collaboration/deadline.set", if: "event.data.due_kind == 'payout_look'" },
    ],
  },
  async ({ event, step }) => {
    const { collaboration_id, due_kind, due_at, version } = dataOf("collaboration/deadline.set", event);
    const wanted = await step.run("wanted", async () => {
      const row = await readWatched(db, collaboration_id);
      const worth = due_kind === "payout_look" || Date.parse(due_at) - now().getTime() > WORTH_LOOKING_MS;
      return row?.version === version && worth;
    });
    if (!wanted) return "not wanted";
    return lookAndAct({ step, collaboration_id, at: now().toISOString(), next_at: null }, "look");
  },
);
