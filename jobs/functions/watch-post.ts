/** Looks at a paid post daily for a week, then weekly, and once more at the end. */
import { readWatched, watchPlan } from "@/app/domain/verification/watch-post";
import { db } from "@/db/client";
import { dataOf, inngest } from "../client";
import { lookAndAct } from "../looks";

export const watchPaidPost = inngest.createFunction(
  {
    id: "watch-post",
    retries: 10,
    triggers: [{ event: "collaboration/transitioned", if: "event.data.due_was == 'monitoring_start'" }],
  },
  async ({ event, step }) => {
    const { collaboration_id } = dataOf("collaboration/transitioned", event);
    const plan = await step.run("plan", async () => {
      const row = await readWatched(db, collaboration_id);
      return row?.paid_at
        ? watchPlan(row.paid_at, row.policy.monitoring_days).map((at) => at.toISOString())
        : [];
    });
    for (const [index, at] of plan.entries()) {
      await step.sleepUntil(`until-${index + 1}`, new Date(at));
      const watch = { step, collaboration_id, at, next_at: plan[index + 1] ?? null };
      if ((await lookAndAct(watch, `look-${index + 1}`)) === "over") return "over";
    }
    return `${plan.length} looks`;
  },
);
