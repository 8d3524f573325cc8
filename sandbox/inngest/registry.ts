/** The functions that apps serve: registered by the SDK, asked for at the start and again and again, and their crons. */
import { Cron } from "croner";
import type { Engine } from "./engine";
import type { RegisteredFunction } from "./model";
import type { Registration } from "./registration";

/** How soon the app is asked again for its functions while it is away, and once it has answered; in real time. */
const AWAY_MS = 250;
const THERE_MS = 10_000;

export class Registry {
  private readonly crons = new Map<string, () => void>();
  private readonly paused = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private complaint = "";

  constructor(private readonly engine: Engine) {}

  get(id: string): RegisteredFunction | undefined {
    return this.engine.journal.functions.get(id);
  }

  /** Pauses a function as Inngest's dashboard does: nothing triggers it until it is resumed; runs that have begun go on. */
  pause(id: string): void {
    this.paused.add(id);
    this.armCrons();
  }

  resume(id: string): void {
    this.paused.delete(id);
    this.armCrons();
  }

  isPaused(id: string): boolean {
    return this.paused.has(id);
  }

  all(): RegisteredFunction[] {
    return this.engine.journal.functions.values();
  }

  /** Says why an app's functions were refused; once, because the app asks again and again. */
  complain(refused: string): void {
    if (refused !== this.complaint) console.error(`[sandbox] ${refused}`);
    this.complaint = refused;
  }

  /** Takes over an app's functions as they are now; those it no longer serves go. Answers whether anything changed. */
  register(body: Registration): boolean {
    const { functions } = this.engine.journal;
    const ids = new Set(body.functions.map((fn) => fn.id));
    let modified = false;
    for (const known of functions.values()) {
      if (known.app !== body.appName || ids.has(known.id)) continue;
      functions.delete(known.id);
      modified = true;
    }
    for (const config of body.functions) {
      const fn: RegisteredFunction = { ...config, app: body.appName };
      if (JSON.stringify(functions.get(fn.id)) === JSON.stringify(fn)) continue;
      functions.put(fn.id, fn);
      modified = true;
    }
    if (modified) this.armCrons();
    return modified;
  }

  /** Arms the crons of all functions that are not paused, dropping those that are gone. */
  armCrons(): void {
    const wanted = new Map<string, { fn: RegisteredFunction; cron: string }>(
      this.all()
        .filter((fn) => !this.paused.has(fn.id))
        .flatMap((fn) =>
          fn.triggers.flatMap(({ cron }) => (cron ? [[`${fn.id} ${cron}`, { fn, cron }] as const] : [])),
        ),
    );
    for (const [key, cancel] of this.crons) {
      if (wanted.has(key)) continue;
      cancel();
      this.crons.delete(key);
    }
    for (const [key, { fn, cron }] of wanted) {
      if (this.crons.has(key)) continue;
      const next = ticksOf(cron);
      if (!next) continue;
      const cancel = this.engine.clock.every(
        next,
        () => this.engine.admission.tick(fn.id, cron),
        `${fn.name}: ${cron}`,
      );
      this.crons.set(key, cancel);
    }
  }

  /** Keeps asking the app for its functions: quickly until it answers, then now and then, so that a new version is seen. */
  async keepInStep(): Promise<void> {
    let wait_ms = AWAY_MS;
    try {
      const response = await fetch(`${this.engine.app_url}/api/inngest`, {
        method: "PUT",
        headers: { "x-inngest-server-kind": "dev" },
        signal: AbortSignal.timeout(10_000),
      });
      await response.text();
      if (response.ok) wait_ms = THERE_MS;
    } catch {
      // Nothing listens there yet.
    }
    if (this.closed) return;
    this.timer = setTimeout(() => void this.keepInStep(), wait_ms);
  }

  /** The app was found away: its next version may serve other functions. */
  noticeAway(): void {
    if (this.closed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.keepInStep(), AWAY_MS);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }
}

/** The ticks of a cron expression, in the zone that a `TZ=Europe/Berlin ` before it names, else UTC. */
export function ticksOf(expression: string): ((after: Date) => Date) | undefined {
  const [, zone, pattern] = /^(?:TZ=(\S+)\s+)?(.+)$/.exec(expression.trim()) ?? [];
  try {
    const cron = new Cron(pattern ?? "", { timezone: zone ?? "UTC" });
    return (after) => cron.nextRun(after) ?? new Date(8.64e15);
  } catch (error) {
    console.warn(`[sandbox] Inngest cron not understood: ${expression}: ${(error as Error).message}`);
    return undefined;
  }
}
