/**
 * Looks at a paid post daily for a week, then weekly, and once more at the end. A post that is not live twice, two hours apart, starts the
 * time to put it back. What no machine can see is asked for 72 hours, then an operator is.
 */
import { type GetStepTools, StepError } from "inngest";
import {
  askOperatorToObserve,
  recordPresence,
  withdrawQuestion,
} from "@/app/domain/collaboration/record-presence";
import { observePaidPost, readWatched, type Watched, watchPlan } from "@/app/domain/verification/watch-post";
import type { CollaborationId } from "@/app/lib/ids";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { dataOf, inngest } from "../client";

/** Between an observation that finds nothing and the one that has to agree. */
const APART = "2h";
/** Hours between one observation and the next while nothing is known: 72 in all, unless the next planned one comes sooner. */
const PAUSES_H = [1, 5, 18, 24, 24] as const;
/** While the creator may put it back: the last look comes ten minutes before the time for it is over. */
const CURE_PAUSES = ["12h", "12h", "12h", "9h", "170m"] as const;
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
      if ((await observeAndAct(watch, `look-${index + 1}`)) === "over") return "over";
    }
    return `${plan.length} looks`;
  },
);

type Watch = {
  step: GetStepTools<typeof inngest>;
  collaboration_id: CollaborationId;
  /** ISO instants of this planned observation, and of the next one. */
  at: string;
  next_at: string | null;
};
type Outcome = Watched["presence"];

/** One planned observation, and everything that follows from it. */
async function observeAndAct(watch: Watch, name: string): Promise<Outcome> {
  const { step } = watch;
  const first = await settle(watch, name);
  if (first !== "not_live") return first;
  await step.sleep(`${name}-apart`, APART);
  const second = await settle(watch, `${name}-second`);
  if (second !== "not_live") return second;
  await record(watch, `${name}-report`, "not_live");
  return waitForCure(watch, name);
}

async function waitForCure(watch: Watch, name: string): Promise<Outcome> {
  for (const [round, pause] of CURE_PAUSES.entries()) {
    const look = `${name}-cure-${round + 1}`;
    await watch.step.sleep(`${look}-pause`, pause);
    const seen = await observe(watch, look);
    if (seen.presence === "over") return "over";
    if (seen.presence === "unknown" && !seen.ask_again) await askOperator(watch, `${look}-ask`, seen);
    if (seen.presence !== "live") continue;
    await record(watch, `${name}-restore`, "live");
    return "live";
  }
  return "not_live";
}

/** Asks until something is known, in the end an operator, whose word takes effect by itself (`observeAsOperator`). */
async function settle(watch: Watch, name: string): Promise<Outcome> {
  let seen = await observe(watch, name);
  let waited_h = 0;
  for (const [round, pause_h] of PAUSES_H.entries()) {
    if (seen.presence !== "unknown" || !seen.ask_again) break;
    waited_h += pause_h;
    if (isTooLate(watch, waited_h)) break;
    await watch.step.sleep(`${name}-pause-${round + 1}`, `${pause_h}h`);
    seen = await observe(watch, `${name}-again-${round + 1}`);
  }
  if (seen.presence === "unknown") await askOperator(watch, `${name}-ask`, seen);
  return seen.presence;
}

/** The next planned observation is the next time to ask. */
function isTooLate({ at, next_at }: Watch, waited_h: number): boolean {
  return next_at !== null && Date.parse(at) + waited_h * 3_600_000 >= Date.parse(next_at);
}

/** A look that fails, however often it is tried, is one that knows nothing; the watch goes on. */
async function observe({ step, collaboration_id }: Watch, name: string): Promise<Watched> {
  try {
    return await step.run(name, async () => {
      const seen = await observePaidPost(collaboration_id);
      if (seen.presence === "live") await transact((tx) => withdrawQuestion(tx, collaboration_id));
      return seen;
    });
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    return { presence: "unknown", reason: "odd_answer", ask_again: true };
  }
}

async function record({ step, collaboration_id }: Watch, name: string, presence: "live" | "not_live") {
  await step.run(name, () => transact((tx) => recordPresence(tx, { collaboration_id, presence })));
}

async function askOperator(
  { step, collaboration_id, next_at }: Watch,
  name: string,
  { reason }: Extract<Watched, { presence: "unknown" }>,
): Promise<void> {
  await step.run(name, () =>
    transact((tx) => askOperatorToObserve(tx, { collaboration_id, reason, next_at })),
  );
}
