/** Looks at a paid post daily for a week and then weekly; a post that is missing twice in a row starts the time to put it back. */
import { recordPresence } from "@/app/domain/collaboration/record-presence";
import { lookForPost, readWatched, watchPlan } from "@/app/domain/verification/watch-post";
import { transact } from "@/db/transact";
import { dataOf, inngest } from "../client";

/** Between a look that finds nothing and the one that has to agree. */
const SECOND_LOOK_AFTER = "2h";
/** While the creator may put it back. */
const CURE_LOOKS = ["12h", "12h", "12h", "9h"] as const;

export const watchPaidPost = inngest.createFunction(
  {
    id: "watch-post",
    retries: 10,
    triggers: [{ event: "collaboration/transitioned", if: "event.data.due_was == 'monitoring_start'" }],
  },
  async ({ event, step }) => {
    const { collaboration_id } = dataOf("collaboration/transitioned", event);
    const record = (presence: "missing" | "there") =>
      transact((tx) => recordPresence(tx, { collaboration_id, presence }));
    const plan = await step.run("plan", async () => {
      const row = await readWatched(collaboration_id);
      return row?.paid_at
        ? watchPlan(row.paid_at, row.policy.monitoring_days).map((at) => at.toISOString())
        : [];
    });
    for (const [index, at] of plan.entries()) {
      await step.sleepUntil(`until-look-${index + 1}`, new Date(at));
      const first = await step.run(`look-${index + 1}`, () => lookForPost(collaboration_id));
      if (first === "over") return "over";
      if (first !== "missing") continue;
      await step.sleep(`pause-${index + 1}`, SECOND_LOOK_AFTER);
      const second = await step.run(`second-look-${index + 1}`, () => lookForPost(collaboration_id));
      if (second !== "missing") continue;
      await step.run(`report-${index + 1}`, () => record("missing"));
      for (const [round, pause] of CURE_LOOKS.entries()) {
        await step.sleep(`cure-pause-${index + 1}-${round + 1}`, pause);
        const presence = await step.run(`cure-look-${index + 1}-${round + 1}`, () =>
          lookForPost(collaboration_id),
        );
        if (presence === "over") return "over";
        if (presence !== "there") continue;
        await step.run(`restore-${index + 1}`, () => record("there"));
        break;
      }
    }
    return `${plan.length} looks`;
  },
);
