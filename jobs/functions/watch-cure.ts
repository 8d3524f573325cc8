/** While a creator may put a removed post back, looks whether they have. */
import { dataOf, inngest } from "../client";
import { askOperator, observe } from "../looks";

/** The last look comes ten minutes before the time for it is over. */
const PAUSES = ["12h", "12h", "12h", "9h", "170m"] as const;

export const watchCure = inngest.createFunction(
  {
    id: "watch-cure",
    retries: 10,
    triggers: [{ event: "collaboration/deadline.set", if: "event.data.due_kind == 'removal_cure'" }],
  },
  async ({ event, step }) => {
    const { collaboration_id, due_at } = dataOf("collaboration/deadline.set", event);
    const watch = { step, collaboration_id, at: due_at, next_at: null };
    for (const [round, pause] of PAUSES.entries()) {
      const look = `cure-${round + 1}`;
      await step.sleep(`${look}-pause`, pause);
      const seen = await observe(watch, look);
      if (seen.presence === "over" || seen.presence === "live") return seen.presence;
      if (seen.presence === "unknown" && !seen.ask_again) await askOperator(watch, `${look}-ask`, seen);
    }
    return "not_live";
  },
);
