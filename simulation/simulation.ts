/** What everything in a simulation shares: its time, its dice, its faults, the machines of the product, and what was found wrong. */
import type { Sql } from "postgres";
import { isRefusal } from "@/app/lib/refusal";
import { Execution, type Machine } from "./execution";
import type { Faults } from "./faults";
import type { Random } from "./random";
import type { Scheduler } from "./scheduler";

export type Violation = { rule: string; detail: string };

/** One rule that is broken everywhere needs no more examples than these. */
const MAX_OF_A_RULE = 5;

export class Simulation {
  readonly violations: Violation[] = [];
  /** How much the product has been asked to do. */
  lives = 0;
  private readonly counted = new Map<string, number>();
  private readonly servers: Machine[] = ["web-1", "web-2"].map((name) => ({ name, skew_ms: 0 }));
  private readonly workers: Machine[] = ["worker-1", "worker-2"].map((name) => ({ name, skew_ms: 0 }));
  private readonly machines: Random;

  constructor(
    readonly scheduler: Scheduler,
    readonly random: Random,
    readonly faults: Faults,
    /** A connection of the simulator's own. */
    readonly monitor: Sql,
  ) {
    this.machines = random.split("machines");
  }

  /** A request to one of the machines that serve people. */
  web(): Execution {
    return this.begin(this.servers);
  }

  /** A step of a job on one of the machines that do the work. */
  worker(): Execution {
    return this.begin(this.workers);
  }

  private begin(machines: readonly Machine[]): Execution {
    this.lives++;
    const machine = this.machines.of(machines);
    const execution = new Execution(machine);
    if (machine.skew_ms !== 0 && !this.faults.over) execution.struck.push("clock-skew");
    return execution;
  }

  /** Puts a machine's clock off, or all of them right. */
  skewClocks(): void {
    const { faults, machines } = this;
    for (const machine of [...this.servers, ...this.workers]) {
      machine.skew_ms = faults.strikes("clock-skew") ? machines.whole(-600_000, 600_000) : 0;
    }
  }

  violation(rule: string, detail: string): void {
    const count = (this.counted.get(rule) ?? 0) + 1;
    this.counted.set(rule, count);
    if (count <= MAX_OF_A_RULE) this.violations.push({ rule, detail });
  }

  /** Something threw. A refusal is an answer, a fault that we injected is our own doing; anything else is a fault of the product. */
  noteError(where: string, execution: Execution, error: unknown): void {
    if (isRefusal(error) || execution.struck.some((kind) => kind !== "clock-skew")) return;
    if (isOutside(error) && this.faults.wanted.length > 0) return;
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.violation("unexpected-error", `${where}: ${text}`.slice(0, 600));
  }
}

/** Stripe repeats a 500 for its key, so that one fault shows in several lives. */
function isOutside(error: unknown): boolean {
  const type = (error as { type?: unknown }).type;
  return (
    typeof type === "string" &&
    ["StripeAPIError", "StripeConnectionError", "StripeRateLimitError", "StripeIdempotencyError"].includes(
      type,
    )
  );
}
