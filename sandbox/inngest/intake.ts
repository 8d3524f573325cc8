/** Events as they come in: stored first, then they cancel runs, end waits and start functions. */

import { instantMs } from "./duration";
import type { Engine } from "./engine";
import { holds } from "./expression";
import { ulid } from "./ids";
import {
  type FunctionConfig,
  type InngestEvent,
  isActive,
  isOpen,
  type Run,
  type StoredEvent,
} from "./model";

export type IncomingEvent = Omit<InngestEvent, "id" | "ts"> & { id?: string; ts?: number };

/** An event the SDK stamps itself carries the machine's time; this close to it the sender meant "now". */
const STAMPED_NOW_MS = 5_000;

export class Intake {
  constructor(private readonly engine: Engine) {}

  /**
   * Stores `events` and then acts on them; answers their internal ids. `seed` names the request: one that is sent again
   * (the SDK retries a send whose answer got lost) gets the same ids and has no second effect.
   */
  receive(events: IncomingEvent[], seed?: string): string[] {
    const now_ms = this.engine.clock.now().getTime();
    const stored = events.map((event, index) => this.store(event, now_ms, seed && `${seed} ${index}`));
    for (const event of stored) if (!event.handled) this.handle(event);
    return stored.map((event) => event.internal_id);
  }

  /** Acts on a stored event; done again after a kill in between it changes nothing that is done. */
  handle(stored: StoredEvent): void {
    const { event } = stored;
    this.cancelRuns(event);
    for (const run of this.engine.journal.waitingFor(event.name)) this.endWaits(event, run);
    for (const fn of this.engine.registry.all()) {
      const starts = fn.triggers.some(
        (trigger) =>
          trigger.event && matches(trigger.event, event.name) && holds(trigger.expression, { event }),
      );
      if (starts) this.engine.admission.offer(fn, stored);
    }
    stored.handled = true;
    this.engine.journal.saveEvent(stored);
  }

  private store(incoming: IncomingEvent, now_ms: number, seed: string | undefined): StoredEvent {
    const seed_ms = seed ? Number(seed.split(",")[0]) : Number.NaN;
    const internal_id = ulid(Number.isFinite(seed_ms) ? seed_ms : now_ms, seed);
    const known = seed ? this.engine.journal.events.get(internal_id) : undefined;
    if (known) return known;
    const stamped = incoming.ts !== undefined && Math.abs(incoming.ts - Date.now()) < STAMPED_NOW_MS;
    const event: InngestEvent = {
      ...incoming,
      data: incoming.data ?? {},
      id: incoming.id || internal_id,
      ts: incoming.ts === undefined || stamped ? now_ms : incoming.ts,
    };
    const stored: StoredEvent = { internal_id, event, received_ms: now_ms, handled: false };
    this.engine.journal.saveEvent(stored);
    return stored;
  }

  private cancelRuns(event: InngestEvent): void {
    const names = (fn: FunctionConfig) => fn.cancel?.some((rule) => matches(rule.event, event.name));
    const ids = new Set(
      this.engine.registry
        .all()
        .filter(names)
        .map((fn) => fn.id),
    );
    if (ids.size === 0) return;
    for (const run of this.engine.journal.activeRuns())
      if (ids.has(run.function_id) && this.cancels(event, run)) this.engine.runs.cancel(run);
  }

  private cancels(event: InngestEvent, run: Run): boolean {
    const now_ms = this.engine.clock.now().getTime();
    const rules = this.engine.registry.get(run.function_id)?.cancel ?? [];
    return rules.some(
      (rule) =>
        matches(rule.event, event.name) &&
        (!rule.timeout || instantMs(rule.timeout, run.queued_ms) >= now_ms) &&
        holds(rule.if, { event: run.events[0], async: event }),
    );
  }

  private endWaits(event: InngestEvent, run: Run): void {
    for (const step of Object.values(run.steps)) {
      if (!isActive(run) || step.wait?.event !== event.name || !isOpen(step)) continue;
      if (!holds(step.wait.if, { event: run.events[0], async: event })) continue;
      this.engine.runs.endStep(run, step, { data: event });
    }
  }
}

/** Whether a trigger's name, which may end in `*`, means this event. */
function matches(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}
