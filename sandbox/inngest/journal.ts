/**
 * What the executor remembers, in the emulator's store. A run is one value, so that each change of it is stored whole or
 * not at all; what spans several values is written in an order that a restart can finish (see `recover` in index.ts).
 */
import type { Collection, Store } from "../frame/store";
import { isActive, type RegisteredFunction, type Run, type StoredEvent } from "./model";

const KEPT_RUNS = 2_000;
const KEPT_EVENTS = 5_000;
const DAY_MS = 86_400_000;

export class Journal {
  readonly functions: Collection<RegisteredFunction>;
  readonly events: Collection<StoredEvent>;
  readonly runs: Collection<Run>;
  /** Keys that start no second run within a day, with the moment they were used. */
  private readonly seen: Collection<number>;
  private readonly active = new Map<string, Run>();
  private readonly finished: string[];

  constructor(store: Store) {
    this.functions = store.collection("functions");
    this.events = store.collection("events");
    this.runs = store.collection("runs");
    this.seen = store.collection("seen");
    for (const run of this.runs.values()) this.index(run);
    this.finished = this.runs
      .values()
      .filter((run) => !isActive(run))
      .sort((a, b) => (a.ended_ms ?? 0) - (b.ended_ms ?? 0))
      .map((run) => run.id);
  }

  activeRuns(): Run[] {
    return [...this.active.values()];
  }

  saveRun(run: Run): void {
    const was_active = this.active.has(run.id);
    this.runs.put(run.id, run);
    this.index(run);
    if (!was_active || isActive(run)) return;
    this.finished.push(run.id);
    for (const old of this.finished.splice(0, this.finished.length - KEPT_RUNS)) this.runs.delete(old);
  }

  saveEvent(event: StoredEvent): void {
    this.events.put(event.internal_id, event);
    if (this.events.size <= KEPT_EVENTS * 1.1) return;
    const handled = this.events.values().filter((old) => old.handled);
    for (const old of handled.slice(0, handled.length - KEPT_EVENTS)) this.events.delete(old.internal_id);
  }

  wasSeen(key: string, now_ms: number): boolean {
    const at_ms = this.seen.get(key);
    return at_ms !== undefined && now_ms - at_ms < DAY_MS;
  }

  see(key: string, now_ms: number): void {
    this.seen.put(key, now_ms);
  }

  /** Drops keys that count no longer. */
  forgetOldKeys(now_ms: number): void {
    for (const [key, at_ms] of [...this.seen.entries()]) if (now_ms - at_ms >= DAY_MS) this.seen.delete(key);
  }

  private index(run: Run): void {
    if (isActive(run)) this.active.set(run.id, run);
    else this.active.delete(run.id);
  }
}
