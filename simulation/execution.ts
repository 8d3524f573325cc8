/**
 * One thing that a process does: a request of a person, a step of a job, a webhook. It may end in the middle, as a killed process
 * does: what it awaited at that moment never comes, and nobody hears of it again.
 */
import { AsyncLocalStorage } from "node:async_hooks";

/** A machine that runs the product, with a clock that may be wrong. */
export type Machine = { name: string; skew_ms: number };

/** Where a life asks whether it may go on, when two of them are at it at once. */
export type Checkpoint = () => Promise<void>;

const present = new AsyncLocalStorage<Execution>();

/** The life that runs this very code; undefined in the simulator's own. */
export function currentExecution(): Execution | undefined {
  return present.getStore();
}

export type Ending<T> = { kind: "done"; value: T } | { kind: "threw"; error: unknown } | { kind: "crashed" };

export class Execution {
  dead = false;
  /** Names of the faults that struck it. */
  readonly struck: string[] = [];
  checkpoint: Checkpoint | undefined;
  private resolveDeath!: () => void;
  private readonly death = new Promise<void>((resolve) => {
    this.resolveDeath = resolve;
  });

  constructor(readonly machine: Machine) {}

  /** Does `work` until it ends or dies. */
  async lead<T>(work: () => Promise<T>): Promise<Ending<T>> {
    const doing = present.run(this, async () => {
      try {
        return { kind: "done", value: await work() } as const;
      } catch (error) {
        return { kind: "threw", error } as const;
      }
    });
    return Promise.race([doing, this.death.then(() => ({ kind: "crashed" }) as const)]);
  }

  /** Ends this life here. What awaits the answer waits for ever. */
  die(): Promise<never> {
    this.dead = true;
    this.resolveDeath();
    return new Promise<never>(() => {});
  }

  /** Waits for its turn; never returns to a life that has ended. */
  async proceed(): Promise<void> {
    if (this.dead) return this.die();
    await this.checkpoint?.();
    if (this.dead) return this.die();
  }
}
