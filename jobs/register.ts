/**
 * Tells Inngest which functions there are. Events that arrive before it knows them start nothing, so a process registers before its
 * relay sends the first one.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/app/lib/log";

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/** Asks our own `api.inngest` at `origin` to register, again and again until Inngest has answered or `signal` aborts. */
export async function registerFunctions(origin: string, signal: AbortSignal): Promise<void> {
  for (let pause_ms = FIRST_PAUSE_MS; !signal.aborted; pause_ms = Math.min(pause_ms * 2, LONGEST_PAUSE_MS)) {
    try {
      const response = await fetch(`${origin}/api/inngest`, { method: "PUT", signal });
      const answer = await response.text();
      if (response.ok) return;
      log.warn(
        { status: response.status, answer: answer.slice(0, 500) },
        "Inngest does not know our functions yet, asking again",
      );
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ err: error }, "Inngest does not know our functions yet, asking again");
    }
    await sleep(pause_ms, undefined, { signal }).catch(() => {});
  }
}
