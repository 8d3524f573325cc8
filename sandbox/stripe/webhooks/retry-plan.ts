/** When an event that the app did not take is sent again: with growing pauses, over three days of the sandbox's clock. */
import type { KeptEvent } from "./kept-event";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const RETRIED_FOR_MS = 72 * HOUR_MS;
const PAUSES_MS = [5 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS];
const LONGEST_PAUSE_MS = 12 * HOUR_MS;

/** Epoch milliseconds of the next attempt; undefined once the three days are over. */
export function nextAttempt(event: KeptEvent, now_ms: number): number | undefined {
  const failures = event.attempts.filter((attempt) => attempt.fault === undefined).length;
  const next_ms = now_ms + (PAUSES_MS[failures] ?? LONGEST_PAUSE_MS);
  return next_ms > event.created * 1000 + RETRIED_FOR_MS ? undefined : next_ms;
}
