/**
 * The one source of business time. Every deadline, timestamp and age in the product is measured with `now()`; nothing
 * else in the house may call `Date.now()` for a business reason.
 *
 * Time is a rail like any other: where `CLOCK_URL` names a clock, this process follows it (its distance from the
 * machine's own clock), and otherwise the machine's clock is the truth. The environment check refuses a `CLOCK_URL`
 * beside live Stripe keys, so business time cannot be turned where real money moves.
 */
let offset_ms = 0;
let read_ms: () => number = Date.now;

/** A day of 24 hours. Calendar days, which may be longer or shorter, are counted with Luxon. */
export const DAY_MS = 86_400_000;

/** The present business instant. */
export function now(): Date {
  return new Date(read_ms() + offset_ms);
}

/** Reads the time from `source` (epoch milliseconds) instead of the machine: for a world that is not waited for but lived step by step. */
export function takeTimeFrom(source: () => number): void {
  read_ms = source;
}

/** How far business time is ahead of the machine's clock, in milliseconds. */
export function clockOffset(): number {
  return offset_ms;
}

/** Sets the distance between business time and the machine's clock, in milliseconds. Tests and `followClock` use it. */
export function setClockOffset(ms: number): void {
  offset_ms = ms;
}

type ClockAnswer = { version: number; offset_ms: number };

/**
 * Follows the clock at `url` until `signal` aborts: asks for the present offset, then keeps one long request open that the
 * clock answers when it is turned. Resolves once the first answer is in, so a process never works on the wrong day.
 * Asking again acknowledges the last turn: the clock wakes no job before its followers know the new time.
 *
 * @throws when the clock cannot be reached at all at the start
 */
export async function followClock(url: string, signal: AbortSignal): Promise<void> {
  const ask = async (after: number): Promise<ClockAnswer> => {
    const response = await fetch(`${url.replace(/\/$/, "")}/clock?after=${after}`, { signal });
    if (!response.ok) throw new Error(`The clock at ${url} answered ${response.status}`);
    return (await response.json()) as ClockAnswer;
  };
  let answer = await ask(-1);
  setClockOffset(answer.offset_ms);
  void (async () => {
    while (!signal.aborted) {
      try {
        answer = await ask(answer.version);
        setClockOffset(answer.offset_ms);
      } catch {
        // A clock that restarts comes back with its state; until then the last known offset stays right.
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  })();
}
