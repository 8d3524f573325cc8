/**
 * The sandbox's clock: time runs on by itself and can be turned forward. Whatever a stand-in will do later it gives to
 * `at`, which fires it when its time has come, by itself or because somebody turned the clock. Turning stops at each due
 * thing on the way, in order, and waits until the world has come to rest there, so that six weeks turned in one go
 * leave the same trail as six weeks lived.
 */
import type { Store } from "./store";

type Timer = { id: number; due_ms: number; order: number; run: () => Promise<void> | void };
type Cron = { next: (after: Date) => Date; due_ms: number; run: () => Promise<void> | void };

/** Longer delays overflow Node's timers, so a far timer is looked at again after this long. */
const LONGEST_TIMEOUT_MS = 2 ** 30;

export class SandboxClock {
  private offset_ms = 0;
  private version = 0;
  private sequence = 0;
  private running = 0;
  private readonly timers = new Map<number, Timer>();
  private readonly crons: Cron[] = [];
  private readonly followers = new Set<() => void>();
  private alarm: NodeJS.Timeout | undefined;
  private turning: Promise<void> = Promise.resolve();
  private closed = false;

  /** Extra conditions for "the world is at rest", e.g. that the app's outbox is empty. Each answers true when at rest. */
  readonly restChecks: Array<() => Promise<boolean> | boolean> = [];
  /** Called after time moved and before anything wakes; resolves when all followers know the new time. */
  announce: () => Promise<void> = async () => {};

  constructor(private readonly store?: Store) {
    const kept = store?.collection<{ offset_ms: number }>("clock").get("clock");
    if (kept) this.offset_ms = kept.offset_ms;
  }

  now(): Date {
    return new Date(Date.now() + this.offset_ms);
  }

  state(): { version: number; offset_ms: number; now: string } {
    return { version: this.version, offset_ms: this.offset_ms, now: this.now().toISOString() };
  }

  /** Runs `run` once at `due` (at once when that has passed). Returns a function that cancels it. */
  at(due: Date, run: Timer["run"]): () => void {
    const id = ++this.sequence;
    this.timers.set(id, { id, due_ms: due.getTime(), order: id, run });
    this.arm();
    return () => this.timers.delete(id);
  }

  /** Runs `run` whenever `next` comes due. A long turn fires it once a stop, not once for every tick that went by. */
  every(next: (after: Date) => Date, run: Cron["run"]): () => void {
    const cron: Cron = { next, due_ms: next(this.now()).getTime(), run };
    this.crons.push(cron);
    this.arm();
    return () => {
      const index = this.crons.indexOf(cron);
      if (index >= 0) this.crons.splice(index, 1);
    };
  }

  /** Counts `work` as something under way, so that turning waits for it. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.running++;
    try {
      return await work;
    } finally {
      this.running--;
    }
  }

  /** When the next one-off thing is due, or undefined. */
  nextDue(): Date | undefined {
    let due_ms = Number.POSITIVE_INFINITY;
    for (const timer of this.timers.values()) due_ms = Math.min(due_ms, timer.due_ms);
    return Number.isFinite(due_ms) ? new Date(due_ms) : undefined;
  }

  /** Turns the clock to `target`, living through everything due on the way. Turns are done one after another. */
  turnTo(target: Date): Promise<void> {
    const turn = this.turning.then(() => this.walk(target));
    this.turning = turn.catch(() => {});
    return turn;
  }

  turnBy(ms: number): Promise<void> {
    return this.turnTo(new Date(this.now().getTime() + ms));
  }

  /** Resolves when nothing is due, nothing runs and every rest check agrees, twice in a row; gives up after `timeout_ms`. */
  async rest(timeout_ms = 30_000): Promise<void> {
    const deadline = Date.now() + timeout_ms;
    let calm = 0;
    while (calm < 2 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 15));
      const quiet = this.running === 0 && !this.anythingDue() && (await this.atRest());
      calm = quiet ? calm + 1 : 0;
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.alarm);
    this.timers.clear();
    this.crons.length = 0;
    for (const tell of this.followers) tell();
  }

  /** Resolves when the clock's version is past `after` (at once when it already is), or after `timeout_ms`. */
  async changed(after: number, timeout_ms = 25_000): Promise<void> {
    if (this.version > after || this.closed) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.followers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, timeout_ms);
      this.followers.add(done);
    });
  }

  private async walk(target: Date): Promise<void> {
    await this.rest();
    for (let stop = 0; stop < 10_000; stop++) {
      const due = this.nextDue();
      if (!due || due > target) break;
      await this.moveTo(due);
      await this.fireDue();
      await this.rest();
    }
    await this.moveTo(target);
    await this.fireDue();
    await this.rest();
    this.arm();
  }

  private async moveTo(instant: Date): Promise<void> {
    const ahead_ms = instant.getTime() - this.now().getTime();
    if (ahead_ms <= 0) return; // the clock never turns back
    this.offset_ms += ahead_ms;
    this.version++;
    this.store?.collection<{ offset_ms: number }>("clock").put("clock", { offset_ms: this.offset_ms });
    for (const tell of [...this.followers]) tell();
    await this.announce();
  }

  private anythingDue(): boolean {
    const now_ms = this.now().getTime();
    for (const timer of this.timers.values()) if (timer.due_ms <= now_ms) return true;
    return false;
  }

  private async atRest(): Promise<boolean> {
    for (const check of this.restChecks) if (!(await check())) return false;
    return true;
  }

  private async fireDue(): Promise<void> {
    const now = this.now();
    for (const cron of [...this.crons]) {
      if (cron.due_ms > now.getTime()) continue;
      cron.due_ms = cron.next(now).getTime();
      void this.track(Promise.resolve().then(cron.run)).catch(reportFailure);
    }
    const due = [...this.timers.values()]
      .filter((timer) => timer.due_ms <= now.getTime())
      .sort((a, b) => a.due_ms - b.due_ms || a.order - b.order);
    for (const timer of due) {
      if (!this.timers.delete(timer.id)) continue; // cancelled by one that fired before it
      void this.track(Promise.resolve().then(timer.run)).catch(reportFailure);
    }
  }

  private arm(): void {
    if (this.closed) return;
    clearTimeout(this.alarm);
    let due_ms = this.nextDue()?.getTime() ?? Number.POSITIVE_INFINITY;
    for (const cron of this.crons) due_ms = Math.min(due_ms, cron.due_ms);
    if (!Number.isFinite(due_ms)) return;
    const wait_ms = Math.min(Math.max(due_ms - this.now().getTime(), 0), LONGEST_TIMEOUT_MS);
    this.alarm = setTimeout(() => {
      void this.fireDue().then(() => this.arm());
    }, wait_ms);
  }
}

function reportFailure(error: unknown): void {
  console.error("[sandbox] something that was due failed:", error);
}
