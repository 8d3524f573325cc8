/** How jobs look at the post that is paid for, and hand on what they find. What follows from it the commands decide. */
import { type GetStepTools, StepError } from "inngest";
import {
  askOperatorToObserve,
  recordPresence,
  withdrawQuestion,
} from "@/app/domain/collaboration/record-presence";
import { observePaidPost, type Watched } from "@/app/domain/verification/watch-post";
import type { CollaborationId } from "@/app/lib/ids";
import { transact } from "@/db/transact";
import type { inngest } from "./client";

/** Between an observation that finds nothing and the one that has to agree. */
const APART = "2h";
/** Hours between one observation and the next while nothing is known: 72 in all, unless the next planned one comes sooner. */
const PAUSES_H = [1, 5, 18, 24, 24] as const;

export type Watch = {
  step: GetStepTools<typeof inngest>;
  collaboration_id: CollaborationId;
  /** ISO instants of this planned observation, and of the next one; null where none is planned. */
  at: string;
  next_at: string | null;
};
export type Outcome = Watched["presence"];

/** Looks until something is known, and hands it on. That a post is not live has to be seen twice. */
export async function lookAndAct(watch: Watch, name: string): Promise<Outcome> {
  const first = await settle(watch, name);
  if (first !== "not_live") return first;
  await watch.step.sleep(`${name}-apart`, APART);
  const second = await settle(watch, `${name}-second`);
  if (second === "not_live") await record(watch, `${name}-report`, "not_live");
  return second;
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
export async function observe({ step, collaboration_id }: Watch, name: string): Promise<Watched> {
  try {
    return await step.run(name, async () => {
      const seen = await observePaidPost(collaboration_id);
      if (seen.presence === "live")
        await transact(async (tx) => {
          await withdrawQuestion(tx, collaboration_id);
          await recordPresence(tx, { collaboration_id, presence: "live" });
        });
      return seen;
    });
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    return { presence: "unknown", reason: "odd_answer", ask_again: true };
  }
}

async function record({ step, collaboration_id }: Watch, name: string, presence: "not_live") {
  await step.run(name, () => transact((tx) => recordPresence(tx, { collaboration_id, presence })));
}

export async function askOperator(
  { step, collaboration_id, next_at }: Watch,
  name: string,
  { reason }: Extract<Watched, { presence: "unknown" }>,
): Promise<void> {
  await step.run(name, () =>
    transact((tx) => askOperatorToObserve(tx, { collaboration_id, reason, next_at })),
  );
}
