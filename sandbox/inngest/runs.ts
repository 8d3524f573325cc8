/** A run's life: it begins, its calls are answered, its steps end, it ends, and its end is told. */
import type { Answer } from "./call";
import { backoffMs, retryAfterMs } from "./duration";
import type { Engine } from "./engine";
import { ulid } from "./ids";
import {
  type InngestEvent,
  isActive,
  isOpen,
  type Job,
  maxAttempts,
  type RegisteredFunction,
  type Run,
  type Step,
  type WireError,
} from "./model";
import { takeOps } from "./ops";

const KEPT_LOG = 200;

const CANCELLED: WireError = { name: "function cancelled", message: "function cancelled" };

type NewRun = {
  id: string;
  start_ms: number;
  rerun_of?: string;
};

export class Runs {
  constructor(private readonly engine: Engine) {}

  create(fn: RegisteredFunction, events: InngestEvent[], options: NewRun): Run {
    const { start_ms, ...rest } = options;
    const run: Run = {
      ...rest,
      function_id: fn.id,
      status: "queued",
      events,
      queued_ms: this.now(),
      steps: {},
      stack: [],
      jobs: [],
      job_sequence: 0,
      plan_only: false,
      log: [],
      announced: false,
    };
    this.addJob(run, { attempt: 0, due_ms: start_ms });
    this.engine.journal.saveRun(run);
    this.resume(run);
    return run;
  }

  /** Arms everything an active run waits for; after a restart too. */
  resume(run: Run): void {
    for (const step of Object.values(run.steps)) if (step.status === "waiting") this.awaitStep(run, step);
    for (const job of run.jobs) this.engine.dispatcher.offer(run, job);
  }

  /** A call of the run goes out. Not stored: until it is answered a restart makes it again. */
  begin(run: Run): void {
    if (run.status !== "queued") return;
    run.status = "running";
    run.started_ms = this.now();
  }

  /** The call found nobody, so that the run has not begun after all. */
  notBegun(run: Run): void {
    if (run.status !== "running" || run.log.length > 0) return;
    run.status = "queued";
    run.started_ms = undefined;
  }

  /** Takes in the app's answer to `job`. An answer that comes after the run ended counts for nothing. */
  answered(run: Run, job: Job, answer: Exclude<Answer, { kind: "away" }>): void {
    if (!isActive(run) || !run.jobs.includes(job)) return;
    run.sdk_version = answer.sdk_version ?? run.sdk_version;
    switch (answer.kind) {
      case "result":
        this.note(run, job, "returned");
        this.finish(run, "completed", { output: answer.data });
        break;
      case "error":
        this.failed(run, job, answer.error, answer.retriable, answer.retry_after);
        break;
      case "ops":
        takeOps(this.engine, run, job, answer);
    }
  }

  /** A call failed: it is tried again later, or the run has failed. */
  failed(run: Run, job: Job, error: WireError, retriable: boolean, retry_after?: string | null): void {
    if (retriable && this.retry(run, job, error, retry_after)) {
      this.engine.journal.saveRun(run);
    } else {
      this.note(run, job, "failed", error);
      this.finish(run, "failed", { error });
    }
  }

  /** Puts the same call off for another attempt; false when there is none left. The caller stores the run. */
  retry(run: Run, job: Job, error: WireError, retry_after?: string | null): boolean {
    const fn = this.engine.registry.get(run.function_id);
    const attempt = job.attempt + 1;
    if (!fn || attempt >= maxAttempts(fn)) return false;
    this.note(run, job, "failed, will be tried again", error);
    this.dropJob(run, job);
    const due_ms = retryAfterMs(retry_after ?? null, this.now()) ?? this.now() + backoffMs(attempt);
    this.engine.dispatcher.offer(run, this.addJob(run, { step_id: job.step_id, attempt, due_ms }));
    return true;
  }

  addJob(run: Run, job: Omit<Job, "id">): Job {
    const added = { id: ++run.job_sequence, ...job };
    run.jobs.push(added);
    return added;
  }

  dropJob(run: Run, job: Job): void {
    run.jobs = run.jobs.filter((other) => other !== job);
  }

  /** Arms the end of a sleep. */
  awaitStep(run: Run, step: Step): void {
    if (step.until_ms === undefined) return;
    const name = this.engine.registry.get(run.function_id)?.name ?? run.function_id;
    this.engine.timers.set(
      `run ${run.id}`,
      `step ${step.id}`,
      step.until_ms,
      `${name}: ${step.name} sleep ends`,
      () => this.endSleep(run, step),
    );
  }

  /** Ends a sleep, and has the function look at what comes next. */
  private endSleep(run: Run, step: Step): void {
    if (!isActive(run) || !isOpen(step)) return;
    this.settle(run, step, { data: null });
    this.lookOn(run, [step]);
    this.engine.journal.saveRun(run);
  }

  /** Writes a step's end into the run; the caller stores the run. */
  settle(run: Run, step: Step, end: { data: unknown } | { error: WireError }): void {
    this.engine.timers.clear(`run ${run.id}`, `step ${step.id}`);
    step.status = "error" in end ? "failed" : "done";
    step.ended_ms = this.now();
    if ("error" in end) step.error = end.error;
    else step.data = end.data;
    run.steps[step.id] = step;
    run.stack.push(step.id);
  }

  /** After `ended`: calls the function again once nothing beside it is open (at once where the SDK asks for that). */
  lookOn(run: Run, ended: Step[]): void {
    if (ended.length === 0) return;
    const open = Object.values(run.steps).some(isOpen);
    const at_once = run.sdk_version === 1 || ended.some((step) => step.race);
    if (open && !at_once) return;
    this.engine.dispatcher.offer(run, this.addJob(run, { attempt: 0, due_ms: this.now() }));
  }

  cancel(run: Run): void {
    if (isActive(run)) this.finish(run, "cancelled", { error: CANCELLED });
  }

  /** Starts a new run with the events of `run`. */
  rerun(run: Run): Run | undefined {
    const fn = this.engine.registry.get(run.function_id);
    const now_ms = this.now();
    return fn && this.create(fn, run.events, { id: ulid(now_ms), start_ms: now_ms, rerun_of: run.id });
  }

  finish(
    run: Run,
    status: "completed" | "failed" | "cancelled",
    end: { output?: unknown; error?: WireError },
  ): void {
    Object.assign(run, end, { status, ended_ms: this.now(), jobs: [] });
    this.engine.timers.clearGroup(`run ${run.id}`);
    this.engine.journal.saveRun(run);
    this.announce(run);
  }

  /** Tells a run's end. Every name in here is the run's own, so that telling it again after a kill changes nothing. */
  announce(run: Run): void {
    const [trigger] = run.events;
    if (trigger && !/^inngest\/function\.(failed|finished|cancelled)$/.test(trigger.name)) {
      const outcome = run.status === "completed" ? { result: run.output ?? null } : { error: run.error };
      const data = {
        function_id: run.function_id,
        run_id: run.id,
        event: trigger,
        events: run.events,
        ...outcome,
      };
      const told = [{ name: "inngest/function.finished", data }];
      if (run.status !== "completed") told.push({ name: `inngest/function.${run.status}`, data });
      this.engine.intake.receive(told, `${run.ended_ms},${run.id}`);
    }
    run.announced = true;
    this.engine.journal.saveRun(run);
  }

  note(run: Run, job: Job, outcome: string, error?: WireError): void {
    const what = (job.step_id && run.steps[job.step_id]?.name) ?? "function";
    run.log.push({ at_ms: this.now(), what, attempt: job.attempt, outcome, error });
    run.log.splice(0, run.log.length - KEPT_LOG);
  }

  private now(): number {
    return this.engine.clock.now().getTime();
  }
}
