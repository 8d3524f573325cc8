/** What the executor keeps: functions as the SDK registered them, events, and runs with everything that happened in them. */

/** A function as `POST /fn/register` describes it; one that declares more is refused (registration.ts). */
export type FunctionConfig = {
  id: string;
  name: string;
  triggers: Array<{ event?: string; expression?: string; cron?: string }>;
  steps: Record<string, { runtime: { url: string }; retries?: { attempts?: number } }>;
  concurrency?: number | { limit: number };
};

/** The app id is the first part of a function's id; `url` is where the app serves its functions. */
export type RegisteredFunction = FunctionConfig & { app: string };

export type InngestEvent = {
  name: string;
  data: Record<string, unknown>;
  id: string;
  /** Milliseconds since the epoch, on the sandbox's clock. */
  ts: number;
  v?: string;
  user?: unknown;
  meta?: unknown;
};

/** An event as it was received; `internal_id` is ours, `event.id` the sender's (or ours when none was given). */
export type StoredEvent = {
  internal_id: string;
  event: InngestEvent;
  received_ms: number;
  /** False until every run it starts is stored, so that a kill in between is made good. */
  handled: boolean;
};

export type RunStatus = "queued" | "running" | "completed" | "failed" | "cancelled";

export type WireError = { name: string; message: string; stack?: string; cause?: unknown; code?: unknown };

export type StepKind = "run" | "sleep";

export type Step = {
  /** sha1 of the user's step id, as the SDK names it. */
  id: string;
  name: string;
  kind: StepKind;
  status: "planned" | "waiting" | "retrying" | "done" | "failed";
  started_ms: number;
  ended_ms?: number;
  attempts: number;
  data?: unknown;
  error?: WireError;
  /** When a sleep ends. */
  until_ms?: number;
  /** Set by the SDK's `parallelMode: "race"`: its end is told to the function at once. */
  race?: boolean;
};

/** One call of the function that is still to be made: to find out what comes next, or to run one planned step. */
export type Job = { id: number; step_id?: string; attempt: number; due_ms: number };

export type Attempt = { at_ms: number; what: string; attempt: number; outcome: string; error?: WireError };

export type Run = {
  id: string;
  function_id: string;
  status: RunStatus;
  events: InngestEvent[];
  queued_ms: number;
  started_ms?: number;
  ended_ms?: number;
  steps: Record<string, Step>;
  /** Ids of finished steps in the order in which they finished. */
  stack: string[];
  jobs: Job[];
  job_sequence: number;
  /** Set once steps ran beside each other: from then on the SDK plans every step and runs none on the way. */
  plan_only: boolean;
  /** The execution version the SDK answered with; 1 asks for a look after each parallel step, 2 once all are in. */
  sdk_version?: number;
  output?: unknown;
  error?: WireError;
  log: Attempt[];
  rerun_of?: string;
  /** Whether its end was told to `inngest/function.*`. */
  announced: boolean;
};

export function isActive(run: Run): boolean {
  return run.status === "queued" || run.status === "running";
}

export function isOpen(step: Step): boolean {
  return step.status === "planned" || step.status === "waiting" || step.status === "retrying";
}

/** How often a call is tried at most; the SDK's default is four retries. */
export function maxAttempts(fn: FunctionConfig): number {
  return (fn.steps.step?.retries?.attempts ?? 4) + 1;
}
