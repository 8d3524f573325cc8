/** Makes the calls that are due, as many at once as the functions' concurrency allows. */
import { callFunction } from "./call";
import type { Engine } from "./engine";
import { keyOf } from "./expression";
import {
  type Concurrency,
  isActive,
  type Job,
  maxAttempts,
  type RegisteredFunction,
  type Run,
} from "./model";

/** Calls under way at once, over all functions. */
const MOST_CALLS = 50;

/** How soon a call is tried again when the app is away; in real time, for as long as it takes. */
const AWAY_MS = 250;

type Ready = { run_id: string; job_id: number };

export class Dispatcher {
  private ready: Ready[] = [];
  private readonly calling = new Set<string>();
  private readonly busy = new Map<string, number>();
  private readonly away = new Map<string, NodeJS.Timeout>();
  private closed = false;

  constructor(private readonly engine: Engine) {}

  /** Makes the call `job` of `run` when it is due. */
  offer(run: Run, job: Job): void {
    const due = () => {
      this.ready.push({ run_id: run.id, job_id: job.id });
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

  private pump(): void {
    if (this.closed) return;
    const waiting: Ready[] = [];
    const ready = this.ready;
    this.ready = [];
    for (const [index, entry] of ready.entries()) {
      if (this.calling.size >= MOST_CALLS) {
        waiting.push(...ready.slice(index));
        break;
      }
      const run = this.engine.journal.runs.get(entry.run_id);
      const job = run?.jobs.find((known) => known.id === entry.job_id);
      const fn = run && this.engine.registry.get(run.function_id);
      if (!run || !job || !isActive(run)) continue;
      const buckets = fn ? bucketsOf(fn, run) : [];
      const full = buckets.some(({ name, limit }) => (this.busy.get(name) ?? 0) >= limit);
      if (!fn || full || this.away.has(fn.app)) waiting.push(entry);
      else this.start(fn, run, job, buckets);
    }
    this.ready = [...waiting, ...this.ready];
  }

  private start(fn: RegisteredFunction, run: Run, job: Job, buckets: Bucket[]): void {
    const call = `${run.id} ${job.id}`;
    if (this.calling.has(call)) return;
    this.calling.add(call);
    for (const { name } of buckets) this.busy.set(name, (this.busy.get(name) ?? 0) + 1);
    const done = this.call(fn, run, job).finally(() => {
      this.calling.delete(call);
      for (const { name } of buckets) this.busy.set(name, (this.busy.get(name) ?? 1) - 1);
      this.pump();
    });
    this.engine.clock
      .track(done, `${fn.name} runs`)
      .catch((error) => console.error(`[sandbox] run ${run.id} of ${fn.id} stopped:`, error));
  }

  private async call(fn: RegisteredFunction, run: Run, job: Job): Promise<void> {
    this.engine.runs.begin(run);
    const url = new URL(fn.steps.step?.runtime.url ?? "");
    url.searchParams.set("fnId", fn.id);
    url.searchParams.set("stepId", job.step_id ?? "step");
    const answer = await callFunction(url.href, bodyOf(fn, run, job), this.engine.call_timeout_ms);
    if (this.closed) return;
    if (answer.kind === "away") this.waitForApp(fn, run, job);
    else this.engine.runs.answered(run, job, answer);
  }

  /** The app is away: its calls wait a moment and are made again, without using up attempts. */
  private waitForApp(fn: RegisteredFunction, run: Run, job: Job): void {
    this.engine.runs.notBegun(run);
    this.ready.push({ run_id: run.id, job_id: job.id });
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

type Bucket = { name: string; limit: number };

function bucketsOf(fn: RegisteredFunction, run: Run): Bucket[] {
  const { concurrency } = fn;
  if (concurrency === undefined || !run.events[0]) return [];
  const rules: Concurrency[] =
    typeof concurrency === "number"
      ? [{ limit: concurrency }]
      : Array.isArray(concurrency)
        ? concurrency
        : [concurrency];
  const [event] = run.events;
  return rules
    .filter((rule) => rule.limit > 0)
    .map((rule) => {
      const owner = !rule.scope || rule.scope === "fn" ? fn.id : rule.scope;
      return { name: `${owner} ${rule.key ?? ""} ${keyOf(rule.key, event)}`, limit: rule.limit };
    });
}

/** `ctx.fn_id` is left out on purpose: without it the SDK does not save steps by itself on the way, but answers with each. */
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
