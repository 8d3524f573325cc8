/** Makes the calls that are due, as many at once as the functions' concurrency allows. */
import { callFunction } from "./call";
import type { Engine } from "./engine";
import { isActive, type Job, maxAttempts, type RegisteredFunction, type Run } from "./model";

/** Calls under way at once, over all functions. */
const MAX_CALLS = 50;

/** How soon a call is tried again when the app is away; in real time, for as long as it takes. */
const AWAY_MS = 250;

type Ready = { run_id: string; job_id: number; place: number };

type Due = { fn: RegisteredFunction; run: Run; job: Job; place: number };

/** The calls of one function that wait for room. First come, first served. */
type Line = { function_id: string; waiting: Ready[] };

export class Dispatcher {
  private readonly lines = new Map<string, Line>();
  private places = 0;
  private readonly calling = new Set<string>();
  private readonly busy = new Map<string, number>();
  private readonly away = new Map<string, NodeJS.Timeout>();
  private closed = false;

  constructor(private readonly engine: Engine) {}

  /** Makes the call `job` of `run` when it is due. */
  offer(run: Run, job: Job): void {
    const due = () => {
      this.enqueue(run, job);
      this.pump();
    };
    if (job.due_ms <= this.engine.clock.now().getTime()) {
      due();
      return;
    }
    const name = this.engine.registry.get(run.function_id)?.name ?? run.function_id;
    const what = job.attempt > 0 ? `retry ${job.attempt}` : "starts";
    this.engine.timers.set(`run ${run.id}`, `job ${job.id}`, job.due_ms, `${name}: ${what}`, due);
  }

  close(): void {
    this.closed = true;
    for (const timer of this.away.values()) clearTimeout(timer);
  }

  private enqueue(run: Run, job: Job, place = this.places++): void {
    const { function_id } = run;
    const line = this.lines.get(function_id) ?? { function_id, waiting: [] };
    this.lines.set(function_id, line);
    // Whoever comes back has an older place than those who wait: the search ends at once for them, and for newcomers it is not made.
    const last = line.waiting.at(-1);
    const before = !last || last.place < place ? -1 : line.waiting.findIndex((other) => other.place > place);
    line.waiting.splice(before < 0 ? line.waiting.length : before, 0, {
      run_id: run.id,
      job_id: job.id,
      place,
    });
  }

  /** Starts, oldest first, whatever there is room for. A line that is full costs one look, however long it is. */
  private pump(): void {
    const full = new Set<Line>();
    while (!this.closed && this.calling.size < MAX_CALLS) {
      const line = this.oldest(full);
      const first = line?.waiting[0];
      if (!line || !first) return;
      const { run_id, job_id, place } = first;
      const run = this.engine.journal.runs.get(run_id);
      const job = run?.jobs.find((known) => known.id === job_id);
      const fn = this.engine.registry.get(line.function_id);
      const alive = run && job && isActive(run);
      if (alive && (!fn || this.away.has(fn.app) || this.isFull(fn))) full.add(line);
      else {
        line.waiting.shift();
        if (alive && fn) this.start({ fn, run, job, place });
      }
    }
  }

  /** The line whose first has waited longest; lines without anybody are forgotten. */
  private oldest(full: ReadonlySet<Line>): Line | undefined {
    let oldest: Line | undefined;
    for (const [name, line] of this.lines) {
      const [first] = line.waiting;
      if (!first) this.lines.delete(name);
      else if (!full.has(line) && first.place < (oldest?.waiting[0]?.place ?? Number.POSITIVE_INFINITY))
        oldest = line;
    }
    return oldest;
  }

  private isFull({ id, concurrency }: RegisteredFunction): boolean {
    const limit = typeof concurrency === "object" ? concurrency.limit : (concurrency ?? 0);
    // As with Inngest, a limit of 0 is none.
    return limit > 0 && (this.busy.get(id) ?? 0) >= limit;
  }

  private start(due: Due): void {
    const { fn, run, job } = due;
    const call = `${run.id} ${job.id}`;
    if (this.calling.has(call)) return;
    this.calling.add(call);
    this.busy.set(fn.id, (this.busy.get(fn.id) ?? 0) + 1);
    const done = this.call(due).finally(() => {
      this.calling.delete(call);
      this.busy.set(fn.id, (this.busy.get(fn.id) ?? 1) - 1);
      this.pump();
    });
    this.engine.clock
      .track(done, `${fn.name} runs`)
      .catch((error) => console.error(`[sandbox] run ${run.id} of ${fn.id} stopped:`, error));
  }

  private async call(due: Due): Promise<void> {
    const { fn, run, job } = due;
    this.engine.runs.begin(run);
    const url = new URL(fn.steps.step?.runtime.url ?? "");
    url.searchParams.set("fnId", fn.id);
    url.searchParams.set("stepId", job.step_id ?? "step");
    const answer = await callFunction(url.href, bodyOf(fn, run, job), this.engine.call_timeout_ms);
    if (this.closed) return;
    if (answer.kind === "away") this.waitForApp(due);
    else this.engine.runs.answered(run, job, answer);
  }

  /** The app is away: its calls wait a moment and are made again, in the places that they had, without using up attempts. */
  private waitForApp({ fn, run, job, place }: Due): void {
    this.engine.runs.notBegun(run);
    this.enqueue(run, job, place);
    if (this.away.has(fn.app)) return;
    this.engine.registry.noticeAway();
    const timer = setTimeout(() => {
      this.away.delete(fn.app);
      this.pump();
    }, AWAY_MS);
    this.away.set(fn.app, timer);
  }

  /** Functions came or changed: calls that waited for one may go out. */
  wake(): void {
    this.pump();
  }
}

/** `ctx.fn_id` is left out on purpose: without it the SDK does not save steps automatically on the way, but answers with each. */
function bodyOf(fn: RegisteredFunction, run: Run, job: Job) {
  const steps: Record<string, unknown> = {};
  for (const id of run.stack) {
    const step = run.steps[id];
    if (!step) continue;
    if (step.error) steps[id] = { type: "error", error: step.error };
    else steps[id] = { type: "data", data: step.data ?? null };
  }
  const [event] = run.events;
  if (!event) throw new Error(`Run ${run.id} has no event`);
  return {
    version: run.sdk_version ?? -1,
    event,
    events: run.events,
    steps,
    ctx: {
      run_id: run.id,
      attempt: job.attempt,
      max_attempts: maxAttempts(fn),
      disable_immediate_execution: run.plan_only,
      use_api: false,
      stack: { stack: run.stack, current: run.stack.length },
      qi_id: `${run.id}-${job.id}`,
    },
  };
}
