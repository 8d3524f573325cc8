/**
 * Tells many stories in the order in which they happened. A story is a generator: it acts, then yields the instant at which it goes
 * on. Each step runs with business time set to its own instant, so that books, events and deadlines are dated as if lived through;
 * what would come after the present does not happen, and leaves its story where it stands today.
 */
import { clockOffset, DAY_MS, now, setClockOffset } from "@/app/lib/clock";

export type Story = AsyncGenerator<Date, void, void>;

export type Timeline = {
  present: Date;
  /** Begins a story at `at`; at once when that is past. */
  add: (at: Date, story: Story) => void;
  /** Runs everything up to the present, then sets business time back to it. @returns how many steps were taken */
  run: (on_progress: (done: number) => void) => Promise<number>;
};

/** `days` from the story's own present. */
export function inDays(days: number): Date {
  return new Date(now().getTime() + days * DAY_MS);
}

export function makeTimeline(): Timeline {
  const offset_ms = clockOffset();
  const present = now();
  const waiting: Array<{ at: number; turn: number; story: Story }> = [];
  let turn = 0;
  const add = (at: Date, story: Story) => {
    waiting.push({ at: at.getTime(), turn: turn++, story });
  };
  const takeNext = () => {
    let first = waiting[0];
    for (const step of waiting)
      if (!first || step.at < first.at || (step.at === first.at && step.turn < first.turn)) first = step;
    if (first) waiting.splice(waiting.indexOf(first), 1);
    return first;
  };
  return {
    present,
    add,
    async run(on_progress) {
      let done = 0;
      let today = 0;
      try {
        for (let next = takeNext(); next; next = takeNext()) {
          if (next.at > present.getTime()) continue;
          today = Math.max(today, next.at); // a story cannot go back
          setClockOffset(today - Date.now());
          const step = await next.story.next();
          if (!step.done) add(step.value, next.story);
          on_progress(++done);
        }
      } finally {
        setClockOffset(offset_ms);
      }
      return done;
    },
  };
}
