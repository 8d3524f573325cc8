/** Which run an event or a tick becomes: one event starts a function once. */
import type { Engine } from "./engine";
import { ulid } from "./ids";
import type { InngestEvent, RegisteredFunction, StoredEvent } from "./model";

export class Admission {
  constructor(private readonly engine: Engine) {}

  /** An event that triggers `fn`. */
  offer(fn: RegisteredFunction, { event, received_ms, internal_id }: StoredEvent): void {
    if (this.engine.registry.isPaused(fn.id)) return;
    this.admit(fn, event, ulid(received_ms, `${fn.id} ${internal_id}`));
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
    this.admit(fn, { name: "inngest/scheduled.timer", data: { cron }, id, ts: now_ms }, ulid(now_ms));
  }

  private admit(fn: RegisteredFunction, event: InngestEvent, run_id: string): void {
    const { journal, runs, clock } = this.engine;
    if (journal.runs.get(run_id)) return;
    const now_ms = clock.now().getTime();
    const once = `${fn.id} event ${event.id}`;
    if (journal.wasSeen(once, now_ms)) return;
    runs.create(fn, [event], { id: run_id, start_ms: Math.max(now_ms, event.ts) });
    journal.see(once, now_ms);
  }
}
