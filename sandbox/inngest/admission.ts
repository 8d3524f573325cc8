/** Which run an event becomes, and when: duplicates, singletons, rate limits, throttles, debouncing and batches. */
import { durationMs } from "./duration";
import type { Engine } from "./engine";
import { holds, keyOf } from "./expression";
import { ulid } from "./ids";
import type { Gathering } from "./journal";
import type { InngestEvent, RegisteredFunction, StoredEvent } from "./model";

/** Inngest takes no larger batches. */
const BATCH_LIMIT = 100;

export class Admission {
  constructor(private readonly engine: Engine) {}

  /** An event that triggers `fn`. */
  offer(fn: RegisteredFunction, stored: StoredEvent): void {
    if (this.engine.registry.isPaused(fn.id)) return;
    const { batchEvents, debounce } = fn;
    if (batchEvents && holds(batchEvents.if, { event: stored.event })) this.batch(fn, stored);
    else if (debounce) this.debounce(fn, stored);
    else this.admit(fn, [stored.event], ulid(stored.received_ms, `${fn.id} ${stored.internal_id}`));
  }

  /** A cron tick; skipped while the run of an earlier tick has not even begun (the app is away). */
  tick(function_id: string, cron: string): void {
    const fn = this.engine.registry.get(function_id);
    if (!fn) return;
    const behind = this.engine.journal
      .activeRuns()
      .some(
        (run) => run.function_id === fn.id && run.status === "queued" && run.events[0]?.data.cron === cron,
      );
    if (behind) return;
    const now_ms = this.engine.clock.now().getTime();
    const id = ulid(now_ms);
    const event: InngestEvent = { name: "inngest/scheduled.timer", data: { cron }, id, ts: now_ms };
    this.admit(fn, [event], ulid(now_ms));
  }

  /** Arms the ends of open batches and debounces again after a restart. */
  rearm(): void {
    for (const gathering of this.engine.journal.gatherings.values()) this.arm(gathering);
  }

  private admit(fn: RegisteredFunction, events: InngestEvent[], run_id: string, batch = false): void {
    const { journal, runs, clock } = this.engine;
    const [event] = events;
    if (!event || journal.runs.get(run_id)) return;
    const now_ms = clock.now().getTime();
    const once = this.onceKeys(fn, event, batch);
    if (once.some((key) => journal.wasSeen(key, now_ms))) return;
    if (fn.rateLimit && !this.withinRate(fn, fn.rateLimit, event, now_ms)) return;
    const singleton = fn.singleton ? `${fn.id} ${keyOf(fn.singleton.key, event)}` : undefined;
    if (singleton) {
      const holder = journal.activeRuns().find((run) => run.singleton === singleton);
      if (holder && fn.singleton?.mode === "skip") return;
      if (holder) runs.cancel(holder);
    }
    const from_ms = Math.max(now_ms, event.ts);
    const start_ms = fn.throttle ? this.throttled(fn, fn.throttle, event, from_ms) : from_ms;
    runs.create(fn, events, { id: run_id, start_ms, batch, singleton });
    for (const key of once) journal.see(key, now_ms);
  }

  /** Keys of which a day sees one run: the event's own id, and the function's idempotency key. */
  private onceKeys(fn: RegisteredFunction, event: InngestEvent, batch: boolean): string[] {
    const keys = batch ? [] : [`${fn.id} event ${event.id}`];
    if (fn.idempotency) keys.push(`${fn.id} once ${keyOf(fn.idempotency, event)}`);
    return keys;
  }

  private withinRate(
    fn: RegisteredFunction,
    rule: NonNullable<RegisteredFunction["rateLimit"]>,
    event: InngestEvent,
    now_ms: number,
  ): boolean {
    const { starts } = this.engine.journal;
    const bucket = `${fn.id} rate ${keyOf(rule.key, event)}`;
    const recent = (starts.get(bucket) ?? []).filter((at_ms) => at_ms > now_ms - durationMs(rule.period));
    if (recent.length >= rule.limit) return false;
    starts.put(bucket, [...recent, now_ms]);
    return true;
  }

  /** The first moment from `from_ms` on at which the throttle leaves room for one more start; takes it. */
  private throttled(
    fn: RegisteredFunction,
    rule: NonNullable<RegisteredFunction["throttle"]>,
    event: InngestEvent,
    from_ms: number,
  ): number {
    const { starts } = this.engine.journal;
    const period_ms = durationMs(rule.period);
    const capacity = Math.max(1, rule.limit + (rule.burst ?? 0));
    const bucket = `${fn.id} throttle ${keyOf(rule.key, event)}`;
    const taken = (starts.get(bucket) ?? [])
      .filter((at_ms) => at_ms > from_ms - period_ms)
      .sort((a, b) => a - b);
    const before = taken[taken.length - capacity];
    const start_ms = before === undefined ? from_ms : Math.max(from_ms, before + period_ms);
    starts.put(bucket, [...taken, start_ms]);
    return start_ms;
  }

  private debounce(fn: RegisteredFunction, stored: StoredEvent): void {
    const rule = fn.debounce;
    if (!rule) return;
    const now_ms = this.engine.clock.now().getTime();
    const gathering = this.gather(fn, `debounce ${keyOf(rule.key, stored.event)}`, stored, now_ms);
    gathering.events = [stored.event];
    const latest_ms = rule.timeout ? gathering.first_ms + durationMs(rule.timeout) : Number.POSITIVE_INFINITY;
    gathering.due_ms = Math.min(now_ms + durationMs(rule.period), latest_ms);
    this.keep(gathering);
  }

  private batch(fn: RegisteredFunction, stored: StoredEvent): void {
    const rule = fn.batchEvents;
    if (!rule) return;
    const now_ms = this.engine.clock.now().getTime();
    const gathering = this.gather(fn, `batch ${keyOf(rule.key, stored.event)}`, stored, now_ms);
    if (!gathering.event_ids.includes(stored.internal_id)) {
      gathering.event_ids.push(stored.internal_id);
      gathering.events.push(stored.event);
    }
    gathering.due_ms = gathering.first_ms + durationMs(rule.timeout);
    this.keep(gathering);
    if (gathering.events.length >= Math.min(rule.maxSize, BATCH_LIMIT)) this.close(gathering);
  }

  private gather(fn: RegisteredFunction, key: string, stored: StoredEvent, now_ms: number): Gathering {
    const known = this.engine.journal.gatherings.get(`${fn.id} ${key}`);
    if (known) return known;
    const id = ulid(stored.received_ms, `${fn.id} ${key} ${stored.internal_id}`);
    return { id, function_id: fn.id, key, event_ids: [], events: [], first_ms: now_ms, due_ms: now_ms };
  }

  private keep(gathering: Gathering): void {
    this.engine.journal.gatherings.put(`${gathering.function_id} ${gathering.key}`, gathering);
    this.arm(gathering);
  }

  private arm(gathering: Gathering): void {
    const { key, function_id, due_ms } = gathering;
    const label = `${function_id}: ${key.startsWith("batch") ? "batch closes" : "debounce ends"}`;
    this.engine.timers.set(`gathering ${gathering.id}`, "due", due_ms, label, () => this.close(gathering));
  }

  /** Starts the run of what was gathered. The run's id is the gathering's, so a kill before the delete starts no second one. */
  private close(gathering: Gathering): void {
    this.engine.timers.clearGroup(`gathering ${gathering.id}`);
    const fn = this.engine.registry.get(gathering.function_id);
    const batch = gathering.key.startsWith("batch");
    if (fn) this.admit(fn, gathering.events, gathering.id, batch);
    this.engine.journal.gatherings.delete(`${gathering.function_id} ${gathering.key}`);
  }
}
