/** What a job asks before it acts on a time it slept for. */
import { setTimeout as sleep } from "node:timers/promises";
import { now } from "@/app/lib/clock";

/** Clocks of two machines are seldom further apart; a job waits that long rather than fail. */
const USUAL_SKEW_MS = 2_000;

/**
 * The machine that woke this job may be ahead of the one that runs it. The command would find nothing due and the job would end, and its
 * deadline be left to the sweep; so it waits a little, or is tried again.
 *
 * @throws when it is not yet `due` here for a while; Inngest calls again after a pause
 */
export async function untilDue(due: Date): Promise<void> {
  const early_ms = due.getTime() - now().getTime();
  if (early_ms > USUAL_SKEW_MS) throw new Error(`Woken for ${due.toISOString()} at ${now().toISOString()}`);
  if (early_ms > 0) await sleep(early_ms + 1); // a timer may come a fraction of a millisecond early
}
