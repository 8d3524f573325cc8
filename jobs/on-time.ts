/** A job that slept until a time acts when that time has come on the machine that runs it. */
import type { GetStepTools } from "inngest";
import { now } from "@/app/lib/clock";
import type { inngest } from "./client";

type Outcome<T> = { early_ms: number } | { done: T };

/**
 * Sleeps until `due` and then runs `act` as a step. The machine that woke the job may be ahead of the one that runs it: the command would
 * find nothing due, the job would end, and its deadline be left to the sweep. So the job sleeps on for what is missing.
 *
 * @param name of the step; unique within the job
 * @returns what `act` answers, which is kept as JSON
 */
export async function runWhenDue<T extends string | number | boolean>(
  step: GetStepTools<typeof inngest>,
  name: string,
  due: Date,
  act: () => Promise<T>,
): Promise<T> {
  await step.sleepUntil(`until-${name}`, due);
  for (let round = 1; ; round += 1) {
    const outcome = (await step.run(
      round === 1 ? name : `${name}-${round}`,
      async (): Promise<Outcome<T>> => {
        const early_ms = due.getTime() - now().getTime();
        return early_ms > 0 ? { early_ms } : { done: await act() };
      },
    )) as Outcome<T>;
    if ("done" in outcome) return outcome.done;
    await step.sleep(`early-for-${name}-${round}`, outcome.early_ms);
  }
}
