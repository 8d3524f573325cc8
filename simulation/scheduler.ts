/**
 * What will happen, in the order of virtual time. Time stands still while something happens and then jumps to the next thing, so that
 * a year takes as long as what is done in it. Things due at the same instant happen in the order in which they were planned.
 */
import { SandboxClock } from "@/sandbox/frame/clock";

type Happening = () => Promise<unknown> | unknown;
type Entry = { due_ms: number; order: number; run: Happening; routine: boolean; cancelled: boolean };

export class Scheduler {
  private readonly heap: Entry[] = [];
  private order = 0;
  /** Planned things that are no routine: while there are any, something is still going on. */
  private pending = 0;

  constructor(private time_ms: number) {}

  get now_ms(): number {
    return this.time_ms;
  }

  /** Plans `run` for `due_ms` (now, when that has passed). Returns what takes it off again. */
  at(due_ms: number, run: Happening): () => void {
    return this.plan(due_ms, run, false);
  }

  after(ms: number, run: Happening): () => void {
    return this.plan(this.time_ms + ms, run, false);
  }

  /** Repeats `run` every `ms`; a routine alone keeps nothing going. */
  every(ms: number, run: Happening): void {
    const again = async () => {
      await run();
      this.plan(this.time_ms + ms, again, true);
    };
    this.plan(this.time_ms + ms, again, true);
  }

  /** Whether anything but routine is still to come. */
  get busy(): boolean {
    return this.pending > 0;
  }

  /** Lives on from one thing to the next while `wanted` says so and anything is left. */
  async live(wanted: () => boolean): Promise<void> {
    while (wanted()) {
      const entry = this.take();
      if (!entry) return;
      if (entry.cancelled) continue;
      entry.cancelled = true;
      if (!entry.routine) this.pending--;
      this.time_ms = Math.max(this.time_ms, entry.due_ms);
      await entry.run();
    }
  }

  private plan(due_ms: number, run: Happening, routine: boolean): () => void {
    const entry = {
      due_ms: Math.max(Math.round(due_ms), this.time_ms),
      order: this.order++,
      run,
      routine,
      cancelled: false,
    };
    if (!routine) this.pending++;
    this.heap.push(entry);
    this.rise(this.heap.length - 1);
    return () => {
      if (entry.cancelled) return;
      entry.cancelled = true;
      if (!routine) this.pending--;
    };
  }

  private take(): Entry | undefined {
    const head = this.heap[0];
    const last = this.heap.pop();
    if (head && last && head !== last) {
      this.heap[0] = last;
      this.sink();
    }
    return head;
  }

  private entry(index: number): Entry {
    const entry = this.heap[index];
    if (!entry) throw new Error(`The heap has no entry ${index}`);
    return entry;
  }

  private before(a: number, b: number): boolean {
    const [first, second] = [this.entry(a), this.entry(b)];
    return first.due_ms < second.due_ms || (first.due_ms === second.due_ms && first.order < second.order);
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.entry(b), this.entry(a)];
  }

  private rise(index: number): void {
    for (let child = index; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!this.before(child, parent)) return;
      this.swap(child, parent);
      child = parent;
    }
  }

  private sink(): void {
    for (let parent = 0; ; ) {
      let min = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2])
        if (child < this.heap.length && this.before(child, min)) min = child;
      if (min === parent) return;
      this.swap(min, parent);
      parent = min;
    }
  }
}

/** The clock that an emulator is given: it shows the scheduler's time, and what the emulator plans is in the scheduler. */
export class SchedulerClock extends SandboxClock {
  constructor(private readonly scheduler: Scheduler) {
    super();
  }

  override now(): Date {
    return new Date(this.scheduler.now_ms);
  }

  override at(due: Date, run: () => Promise<void> | void): () => void {
    return this.scheduler.at(due.getTime(), run);
  }

  override every(): () => void {
    throw new Error("Nothing in a simulated stand-in repeats by the clock");
  }

  override track<T>(work: Promise<T>): Promise<T> {
    return work;
  }
}
