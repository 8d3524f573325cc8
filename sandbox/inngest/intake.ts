/** Events as they come in: stored first, then they start functions. */

import type { Engine } from "./engine";
import { holds } from "./expression";
import { ulid } from "./ids";
import type { InngestEvent, StoredEvent } from "./model";

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
    for (const fn of this.engine.registry.all()) {
      const starts = fn.triggers.some(
        (trigger) => trigger.event && matches(trigger.event, event.name) && holds(trigger.expression, event),
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
}

/** Whether a trigger's name, which may end in `*`, means this event. */
function matches(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}
