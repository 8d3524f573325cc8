/** Decides at each moment at which something could go wrong whether it does, and counts what did. */

import { currentExecution } from "./execution";
import { ALL_FAULTS, FAULT_KINDS, type FaultKind } from "./fault-kinds";
import type { Random } from "./random";

export class Faults {
  private readonly dice = new Map<FaultKind, Random>();
  private readonly counts = new Map<FaultKind, number>();
  private stopped = false;

  /** @param emphasis multiplies every share: a short run has few moments, and has to make more of them */
  constructor(
    readonly wanted: readonly FaultKind[],
    random: Random,
    private readonly emphasis: number,
  ) {
    for (const kind of wanted) {
      this.dice.set(kind, random.split(kind));
      this.counts.set(kind, 0);
    }
  }

  /** Whether `kind` strikes now; counted when it does. */
  strikes(kind: FaultKind): boolean {
    const dice = this.dice.get(kind);
    if (!dice || this.stopped) return false;
    if (!dice.hits(Math.min(0.5, FAULT_KINDS[kind].share * this.emphasis))) return false;
    this.count(kind);
    return true;
  }

  /** The first of `kinds` that strikes. */
  which<K extends FaultKind>(...kinds: K[]): K | undefined {
    return kinds.find((kind) => this.strikes(kind));
  }

  /** Whether `kind` could strike: it is wanted and faults have not stopped. */
  possible(kind: FaultKind): boolean {
    return !this.stopped && this.dice.has(kind);
  }

  count(kind: FaultKind): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    currentExecution()?.struck.push(kind);
  }

  /** From now on everything goes well. */
  stop(): void {
    this.stopped = true;
  }

  get over(): boolean {
    return this.stopped;
  }

  /** How often each kind struck, in the order of the list. */
  injected(): Record<string, number> {
    return Object.fromEntries(
      ALL_FAULTS.flatMap((kind) => {
        const count = this.counts.get(kind);
        return count === undefined ? [] : [[kind, count]];
      }),
    );
  }
}
