/**
 * The sandbox's clock: time runs on automatically and can be turned forward. Whatever an emulator will do later it gives to
 * `at`, which fires it when its time has come, automatically or because somebody turned the clock. Turning stops at each due
 * thing on the way, in order, and waits until the world has come to rest there, so that six weeks turned in one go
 * leave the same trail as six weeks lived.
 */
import { Followers } from "./followers";
import type { Store } from "./store";

type Run = () => Promise<void> | void;
type Timer = { id: number; due_ms: number; run: Run; label: string };
type Cron = {
  id: number;
  next: (after: Date) => Date;
  due_ms: number;
  sparse: boolean;
  run: Run;
  label: string;
};

export type Due = { due: Date; label: string };
export type ClockState = { version: number; offset_ms: number; now: string };

/** Longer delays overflow Node's timers, so a far timer is looked at again after this long. */
const LONGEST_TIMEOUT_MS = 2 ** 30;

/** A recurring thing at least this far apart is lived through tick by tick; one that is closer fires once a stop. */
const SPARSE_MS = 6 * 3_600_000;

const STOPS_PER_TURN = 10_000;

/** How long `rest` waits before it looks again. */
const SHORTEST_PAUSE_MS = 8;
const LONGEST_PAUSE_MS = 40;

export class SandboxClock {
  private offset_ms = 0;
  private version = 0;
  private sequence = 0;
  private readonly timers = new Map<number, Timer>();
  private readonly crons: Cron[] = [];
  private readonly running = new Map<number, string>();
  private readonly followers: Followers;
  private alarm: NodeJS.Timeout | undefined;
  private armed_ms = Number.POSITIVE_INFINITY;
  private turning: Promise<void> = Promise.resolve();
  private target: Date | undefined;
  private closed = false;

  /** Extra conditions for "the world is at rest", e.g. that the app's outbox is empty. Each answers true when at rest. */
  readonly restChecks: Array<() => Promise<boolean> | boolean> = [];

  constructor(
    private readonly store?: Store,
    patience_ms?: number,
  ) {
    this.followers = new Followers(patience_ms);
    const kept = store?.collection<{ offset_ms: number }>("clock").get("clock");
    if (kept) this.offset_ms = kept.offset_ms;
  }

  now(): Date {
    return new Date(Date.now() + this.offset_ms);
  }

  state(): ClockState {
    return { version: this.version, offset_ms: this.offset_ms, now: this.now().toISOString() };
  }

  /** Runs `run` once at `due` (at once when that has passed); `label` says what it is. Returns a function that cancels it. */
  at(due: Date, run: Run, label = ""): () => void {
    const id = ++this.sequence;
    this.timers.set(id, { id, due_ms: due.getTime(), run, label });
    if (due.getTime() < this.armed_ms) this.arm();
    return () => this.timers.delete(id);
  }

  /**
   * Runs `run` whenever `next` comes due. A turn lives through every tick of a sparse one (a daily check), while one that
   * ticks every few minutes fires once a stop, not once for every tick that went by.
   */
  every(next: (after: Date) => Date, run: Run, label = ""): () => void {
    const first = next(this.now());
    const sparse = next(first).getTime() - first.getTime() >= SPARSE_MS;
    const cron: Cron = { id: ++this.sequence, next, due_ms: first.getTime(), sparse, run, label };
    this.crons.push(cron);
    this.arm();
    return () => {
      const index = this.crons.indexOf(cron);
      if (index >= 0) this.crons.splice(index, 1);
    };
  }

  /** Counts `work` as something under way, so that turning waits for it. */
  async track<T>(work: Promise<T>, label = "work of an emulator"): Promise<T> {
    const id = ++this.sequence;
    this.running.set(id, label);
    try {
      return await work;
    } finally {
      this.running.delete(id);
    }
  }

  /** What is under way now, by label. */
  inProgress(): string[] {
    return [...this.running.values()];
  }

  /** The next one-off things that are due, soonest first. */
  upcoming(limit: number): Due[] {
    return [...this.timers.values()]
      .sort(inOrder)
      .slice(0, limit)
      .map((timer) => ({ due: new Date(timer.due_ms), label: timer.label }));
  }

  /** When the next one-off thing is due, or undefined. */
  nextDue(): Date | undefined {
    let due_ms = Number.POSITIVE_INFINITY;
    for (const timer of this.timers.values()) due_ms = Math.min(due_ms, timer.due_ms);
    return Number.isFinite(due_ms) ? new Date(due_ms) : undefined;
  }

  /** Where a turn under way is going. */
  turningTo(): Date | undefined {
    return this.target;
  }

  /** Turns the clock to `target`, living through everything due on the way. Turns are done one after another. */
  turnTo(target: Date): Promise<void> {
    return this.enqueueTurn(() => target);
  }

  /** Turns by `ms` from wherever the turns before it end: two at once turn twice as far. */
  turnBy(ms: number): Promise<void> {
    return this.enqueueTurn(() => new Date(this.now().getTime() + ms));
  }

  /** Turns to the next one-off thing that is due; nothing happens when there is none. */
  turnToNext(): Promise<void> {
    return this.enqueueTurn(() => this.nextDue() ?? this.now());
  }

  /**
   * Resolves when nothing is due, nothing runs and every rest check agrees, twice in a row. Gives up when nothing new has begun for
   * `timeout_ms`: a slow machine is no reason to pass a deadline before what leads to it.
   */
  async rest(timeout_ms = 30_000): Promise<void> {
    let deadline = Date.now() + timeout_ms;
    let begun = this.sequence;
    let calm = 0;
    let pause_ms = SHORTEST_PAUSE_MS;
    while (calm < 2 && !this.closed) {
      if (begun !== this.sequence) {
        begun = this.sequence;
        deadline = Date.now() + timeout_ms;
      }
      if (Date.now() > deadline) return this.reportUnrest(timeout_ms);
      await new Promise((resolve) => setTimeout(resolve, pause_ms));
      const quiet = this.running.size === 0 && !this.anythingDue() && (await this.checksAgree());
      calm = quiet ? calm + 1 : 0;
      pause_ms = quiet ? SHORTEST_PAUSE_MS : Math.min(pause_ms * 1.3, LONGEST_PAUSE_MS);
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.alarm);
    this.timers.clear();
    this.crons.length = 0;
    this.followers.release();
  }

  /** Resolves when the clock's version is another than `after` (at once when it is), after `timeout_ms`, or on `signal`. */
  async changed(after: number, timeout_ms = 25_000, signal?: AbortSignal): Promise<void> {
    if (this.closed) return;
    if (this.version === after) return this.followers.wait(timeout_ms, signal);
    if (after >= 0) this.followers.answeredAtOnce();
  }

  private enqueueTurn(target: () => Date): Promise<void> {
    const turn = this.turning.then(async () => {
      this.target = target();
      await this.walk(this.target).finally(() => {
        this.target = undefined;
      });
    });
    this.turning = turn.catch(() => {});
    return turn;
  }

  private async walk(target: Date): Promise<void> {
    await this.rest();
    for (let stop = 0; stop < STOPS_PER_TURN && !this.closed; stop++) {
      const due = this.nextStop();
      if (!due || due > target) break;
      await this.stopAt(due);
    }
    await this.stopAt(target);
  }

  private async stopAt(instant: Date): Promise<void> {
    await this.moveTo(instant);
    this.fireDue();
    this.arm(); // what comes due in the real time that resting takes must still fire, or rest would never come
    await this.rest();
  }

  private nextStop(): Date | undefined {
    let due_ms = this.nextDue()?.getTime() ?? Number.POSITIVE_INFINITY;
    for (const cron of this.crons) if (cron.sparse) due_ms = Math.min(due_ms, cron.due_ms);
    return Number.isFinite(due_ms) ? new Date(due_ms) : undefined;
  }

  private async moveTo(instant: Date): Promise<void> {
    const ahead_ms = instant.getTime() - this.now().getTime();
    if (ahead_ms <= 0 || this.closed) return; // the clock never turns back
    this.offset_ms += ahead_ms;
    this.version++;
    this.store?.collection<{ offset_ms: number }>("clock").put("clock", { offset_ms: this.offset_ms });
    await this.followers.notify();
  }

  private anythingDue(): boolean {
    const now_ms = this.now().getTime();
    for (const timer of this.timers.values()) if (timer.due_ms <= now_ms) return true;
    return false;
  }

  private async checksAgree(): Promise<boolean> {
    for (const check of this.restChecks) if (!(await check())) return false;
    return true;
  }

  private fireDue(): void {
    const now = this.now();
    const things: Array<Timer | Cron> = [...this.timers.values(), ...this.crons];
    for (const thing of things.filter(({ due_ms }) => due_ms <= now.getTime()).sort(inOrder)) {
      if ("next" in thing) thing.due_ms = thing.next(now).getTime();
      else if (!this.timers.delete(thing.id)) continue; // cancelled by one that fired before it
      this.fire(thing);
    }
  }

  private fire(thing: { run: Run; label: string }): void {
    const started = (async () => thing.run())();
    this.track(started, thing.label || "something that was due").catch((error) =>
      console.error(`[sandbox] ${thing.label || "Something that was due"} failed:`, error),
    );
  }

  private arm(): void {
    if (this.closed) return;
    clearTimeout(this.alarm);
    let due_ms = this.nextDue()?.getTime() ?? Number.POSITIVE_INFINITY;
    for (const cron of this.crons) due_ms = Math.min(due_ms, cron.due_ms);
    this.armed_ms = due_ms;
    if (!Number.isFinite(due_ms)) return;
    const wait_ms = Math.min(Math.max(due_ms - this.now().getTime(), 0), LONGEST_TIMEOUT_MS);
    this.alarm = setTimeout(() => {
      this.armed_ms = Number.POSITIVE_INFINITY;
      this.fireDue();
      this.arm();
    }, wait_ms);
  }

  private reportUnrest(timeout_ms: number): void {
    const what = this.inProgress().join(", ") || "a rest check";
    console.warn(
      `[sandbox] nothing new for ${timeout_ms / 1000} s, and not at rest (${what}); the clock turns on regardless`,
    );
  }
}

function inOrder(a: Timer | Cron, b: Timer | Cron): number {
  return a.due_ms - b.due_ms || a.id - b.id;
}
