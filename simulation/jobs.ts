/**
 * Runs the product's own jobs as Inngest does: an event starts every function that listens to it, each step is remembered, a step
 * that fails or dies is tried again later, sleeping costs nothing. What was lost is left to the sweep.
 */

import type { InngestFunction } from "inngest";
import { DAY_MS } from "@/app/lib/clock";
import type { Execution } from "./execution";
import type { Random } from "./random";
import type { Simulation } from "./simulation";

export type JobEvent = { id: string; name: string; data: Record<string, unknown> };

type Handler = (context: {
  event: JobEvent;
  step: Steps;
  runId: string;
  attempt: number;
}) => Promise<unknown>;
type Known = {
  id: string;
  retries: number;
  triggers: Array<{ event?: string; if?: string }>;
  handler: Handler;
};

const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** The functions behind which the sweep stands. */
const SWEPT = new Set([
  "pass-deadline",
  "send-movement",
  "verify-submission",
  "follow-parcel",
  "return-recovered",
  "close-expired-offer",
]);

export class Jobs {
  private readonly functions: Known[];
  private readonly random: Random;
  private readonly seen = new Set<string>();
  private runs = 0;
  /** Runs that gave up: run and reason. */
  readonly failed: string[] = [];

  constructor(
    private readonly simulation: Simulation,
    functions: readonly InngestFunction.Any[],
    /** Functions that the simulation does itself, by id. */
    instead: Readonly<Record<string, Handler>>,
  ) {
    this.random = simulation.random.split("jobs");
    this.functions = functions.map((one) => read(one, instead)).filter(({ triggers }) => triggers.length > 0);
  }

  /** Takes what the relay hands over; an id that was seen is known, as at Inngest. */
  take(events: readonly JobEvent[]): void {
    const { faults } = this.simulation;
    for (const event of events) {
      if (this.seen.has(event.id)) continue;
      this.seen.add(event.id);
      for (const job of this.functions.filter((one) => listens(one, event))) {
        if (SWEPT.has(job.id) && faults.strikes("job-lost")) continue;
        this.plan(job, event);
        if (faults.strikes("job-twice")) this.plan(job, event);
      }
    }
  }

  private plan(job: Known, event: JobEvent): void {
    const late_ms = this.simulation.faults.strikes("job-late") ? this.random.whole(1, 12 * 3_600_000) : 0;
    const run = new Run(this.simulation, job, event, `run-${++this.runs}`, this.failed);
    this.simulation.scheduler.after(this.random.whole(0, 2_000) + late_ms, () => run.start());
  }
}

function read(one: InngestFunction.Any, instead: Readonly<Record<string, Handler>>): Known {
  const { opts, fn } = one as unknown as {
    opts: { id: string; retries?: number; triggers?: Known["triggers"] };
    fn: Handler;
  };
  return {
    id: opts.id,
    retries: opts.retries ?? 3,
    triggers: (opts.triggers ?? []).filter(({ event }) => event),
    handler: instead[opts.id] ?? fn,
  };
}

function listens({ id, triggers }: Known, event: JobEvent): boolean {
  return triggers.some(
    (trigger) => trigger.event === event.name && (!trigger.if || holds(id, trigger.if, event.data)),
  );
}

const EQUALITY = /^event\.data\.(\w+) == '([\w/.-]+)'$/;

/** The one form of condition that our jobs use. */
function holds(id: string, condition: string, data: Record<string, unknown>): boolean {
  const [, name, value] = EQUALITY.exec(condition) ?? [];
  if (!name) throw new Error(`The simulation cannot read the condition of ${id}: ${condition}`);
  return data[name] === value;
}

type Steps = {
  run: <T>(id: string, work: () => Promise<T> | T) => Promise<T>;
  sleep: (id: string, duration: string | number) => Promise<void>;
  sleepUntil: (id: string, until: Date | string) => Promise<void>;
};

/** A step that has failed for good fails its run. */
class StepFailed extends Error {}

function pauseAfter(attempt: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
}

class Run implements Steps {
  /** Resolved whenever the run waits for the scheduler again, or is over. */
  private pause: () => void = () => {};
  private readonly remembered = new Map<string, unknown>();

  constructor(
    private readonly simulation: Simulation,
    private readonly job: Known,
    private readonly event: JobEvent,
    private readonly id: string,
    private readonly failed: string[],
  ) {}

  start(): Promise<void> {
    return this.goOn(() => void this.live().finally(() => this.pause()));
  }

  /** What stands outside of the steps is done anew at each try, and may fail or die like a step. */
  private async live(): Promise<void> {
    const { event, id, job } = this;
    const step: Steps = {
      run: (name, work) => this.run(name, work),
      sleep: (_name, duration) => this.wait(millisecondsOf(duration)),
      sleepUntil: (name, until) => this.sleepUntil(name, until),
    };
    for (let attempt = 0; ; attempt++) {
      const execution = this.simulation.worker();
      const ending = await execution.lead(() => job.handler({ event, step, runId: id, attempt }));
      if (ending.kind === "done") return;
      if (ending.kind === "threw") {
        if (!(ending.error instanceof StepFailed))
          this.simulation.noteError(`job ${job.id}`, execution, ending.error);
        if (ending.error instanceof StepFailed || attempt >= job.retries) {
          this.failed.push(`${job.id} ${id}: ${ending.error}`);
          return;
        }
      }
      await this.wait(pauseAfter(attempt));
    }
  }

  async run<T>(name: string, work: () => Promise<T> | T): Promise<T> {
    if (this.remembered.has(name)) return this.remembered.get(name) as T;
    for (let attempt = 0; ; attempt++) {
      const execution: Execution = this.simulation.worker();
      const ending = await execution.lead(async () => work());
      if (ending.kind === "done") {
        // What a step answers is kept as JSON.
        const kept = ending.value === undefined ? ending.value : JSON.parse(JSON.stringify(ending.value));
        this.remembered.set(name, kept);
        return kept;
      }
      if (ending.kind === "threw") {
        this.simulation.noteError(`job ${this.job.id}`, execution, ending.error);
        if (attempt >= this.job.retries) throw new StepFailed(String(ending.error));
      }
      await this.wait(pauseAfter(attempt));
    }
  }

  sleep(_name: string, duration: string | number): Promise<void> {
    return this.wait(millisecondsOf(duration));
  }

  sleepUntil(_name: string, until: Date | string): Promise<void> {
    return this.wait(new Date(until).getTime() - this.simulation.scheduler.now_ms);
  }

  private wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.simulation.scheduler.after(Math.max(ms, 0), () => this.goOn(resolve));
      this.pause();
    });
  }

  /** Lets the run go on and waits until it waits for the scheduler again. */
  private goOn(go: () => void): Promise<void> {
    return new Promise((resolve) => {
      this.pause = resolve;
      go();
    });
  }
}

const UNITS_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: DAY_MS };

function millisecondsOf(duration: string | number): number {
  if (typeof duration === "number") return duration;
  const [, count, unit] = /^(\d+)([smhd])$/.exec(duration) ?? [];
  const unit_ms = unit && UNITS_MS[unit];
  if (!unit_ms) throw new Error(`The simulation cannot read the duration ${duration}`);
  return Number(count) * unit_ms;
}
