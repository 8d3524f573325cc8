/** What the SDK asks for in a 206 answer, and what becomes of it. */
import { type Answer, asWireError, type Op } from "./call";
import { instantMs } from "./duration";
import type { Engine } from "./engine";
import { sha1 } from "./ids";
import { isOpen, type Job, type Run, type Step, type StepKind } from "./model";

/** The id under which the SDK reports the end of the whole function among its steps. */
const COMPLETE = sha1("complete");

type OpsAnswer = Extract<Answer, { kind: "ops" }>;
type Taking = {
  engine: Engine;
  run: Run;
  job: Job;
  answer: OpsAnswer;
  now_ms: number;
  ended: Step[];
  retried: boolean;
};

/** Carries out all ops of one answer and stores the run once, so that they are taken in whole or not at all. */
export function takeOps(engine: Engine, run: Run, job: Job, answer: OpsAnswer): void {
  const { runs, journal } = engine;
  const now_ms = engine.clock.now().getTime();
  const taking: Taking = { engine, run, job, answer, now_ms, ended: [], retried: false };
  const end = answer.ops.find((op) => op.op === "RunComplete" || op.id === COMPLETE);
  const ops = answer.ops.filter((op) => op !== end);
  if (ops.length > 1) run.plan_only = true;
  if (!job.step_id) dropUnreached(run);
  for (const op of ops) takeOp(taking, op);
  if (end) {
    takeEnd(taking, end);
    return;
  }
  if (!taking.retried) runs.dropJob(run, job);
  if (ops.length > 0 && !taking.retried)
    runs.note(run, job, ops.map((op) => `${op.op} ${op.displayName ?? op.name ?? ""}`.trim()).join(", "));
  runs.lookOn(run, taking.ended);
  if (run.jobs.length === 0 && !Object.values(run.steps).some(isOpen)) {
    const error = { name: "Error", message: "The SDK answered without anything left to do" };
    runs.finish(run, "failed", { error });
    return;
  }
  journal.saveRun(run);
}

/** A step that failed inside a look is tried again by looking again; the code may take another way then. */
function dropUnreached(run: Run): void {
  for (const step of Object.values(run.steps))
    if (step.status === "retrying" && !run.jobs.some((job) => job.step_id === step.id))
      delete run.steps[step.id];
}

function takeEnd(taking: Taking, op: Op): void {
  const { engine, run, job, answer } = taking;
  if (op.op === "RunComplete") {
    engine.runs.note(run, job, "returned");
    engine.runs.finish(run, "completed", { output: op.data ?? null });
    return;
  }
  const retriable = op.op === "StepError" && answer.retriable;
  engine.runs.failed(run, job, asWireError(op.error), retriable, answer.retry_after);
}

function takeOp(taking: Taking, op: Op): Step | undefined {
  const { engine, run, now_ms } = taking;
  const known = run.steps[op.id];
  if (known && !isOpen(known)) return undefined; // told twice by looks beside each other
  switch (op.op) {
    case "StepRun":
    case "Step":
      return ended(taking, stepFor(taking, op, "run"), { data: op.data ?? null });
    case "StepError":
    case "StepFailed":
      return stepFailed(taking, op);
    case "StepPlanned": {
      if (known) return undefined;
      const step = stepFor(taking, op, "run");
      engine.dispatcher.offer(run, engine.runs.addJob(run, { step_id: op.id, attempt: 0, due_ms: now_ms }));
      return step;
    }
    case "Sleep":
      return sleeps(taking, op);
    case "DiscoveryRequest":
      engine.dispatcher.offer(run, engine.runs.addJob(run, { attempt: 0, due_ms: now_ms }));
      return undefined;
    default:
      return ended(taking, stepFor(taking, op, "run"), {
        error: { name: "Error", message: `The sandbox's Inngest does not do ${op.op}` },
      });
  }
}

function stepFor(taking: Taking, op: Op, kind: StepKind): Step {
  const { run, job, now_ms } = taking;
  const known = run.steps[op.id];
  const step: Step = known ?? {
    id: op.id,
    name: op.displayName ?? op.name ?? op.id,
    kind,
    status: "planned",
    started_ms: now_ms,
    attempts: 0,
  };
  if (op.op !== "StepPlanned") step.attempts = job.attempt + 1;
  if (op.opts?.parallelMode === "race") step.race = true;
  run.steps[op.id] = step;
  return step;
}

function ended(taking: Taking, step: Step, end: Parameters<Engine["runs"]["settle"]>[2]): Step {
  taking.engine.runs.settle(taking.run, step, end);
  taking.ended.push(step);
  return step;
}

function stepFailed(taking: Taking, op: Op): Step {
  const { engine, run, job, answer } = taking;
  const step = stepFor(taking, op, "run");
  const error = asWireError(op.error ?? op.data);
  step.error = error;
  if (op.op === "StepError" && answer.retriable && engine.runs.retry(run, job, error, answer.retry_after)) {
    step.status = "retrying";
    taking.retried = true;
    return step;
  }
  return ended(taking, step, { error });
}

function sleeps(taking: Taking, op: Op): Step | undefined {
  const { engine, run, now_ms } = taking;
  if (run.steps[op.id]) return undefined;
  const step = stepFor(taking, op, "sleep");
  try {
    step.until_ms = instantMs(op.name ?? "", now_ms);
  } catch (error) {
    return ended(taking, step, { error: asWireError(error) });
  }
  step.status = "waiting";
  engine.runs.awaitStep(run, step);
  return step;
}
