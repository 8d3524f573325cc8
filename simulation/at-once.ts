/**
 * Two lives at the same moment, one interleaving of the many: the first runs as far as a given checkpoint, then the second for as long
 * as it can, and whoever waits for a lock hands over. Only one of them runs at a time, so the same seed meets the same interleaving.
 */
import type { Sql } from "postgres";
import type { Ending, Execution } from "./execution";

const CHECK_EVERY_MS = 2;

class Strand {
  ended = false;
  private turn = false;
  /** Let it go on from the checkpoints at which it waits; statements that it sends side by side wait side by side. */
  private waiting: Array<() => void> = [];
  private paused: (() => void) | undefined;

  constructor(
    private readonly execution: Execution,
    private stop_at: number,
  ) {
    execution.checkpoint = () => this.checkpoint();
  }

  /** Runs until it ends, or stops at its checkpoint, or waits for a lock. */
  async run(start: (() => Promise<unknown>) | undefined, isBlocked: () => Promise<boolean>): Promise<void> {
    let halted = false;
    const halt = new Promise<void>((resolve) => {
      this.paused = () => {
        halted = true;
        resolve();
      };
    });
    this.turn = true;
    if (start)
      void start().then(() => {
        this.ended = true;
        this.paused?.();
      });
    this.resume();
    // It may have ended meanwhile: the other one let go of the lock for which it waited.
    while (!halted && !this.ended) {
      await Promise.race([halt, new Promise((resolve) => setTimeout(resolve, CHECK_EVERY_MS))]);
      if (!halted && (await isBlocked())) break;
    }
    this.turn = false;
  }

  private async checkpoint(): Promise<void> {
    if (this.stop_at > 0 && --this.stop_at === 0) this.turn = false;
    if (this.turn) return;
    this.paused?.();
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private resume(): void {
    for (const goOn of this.waiting.splice(0)) goOn();
  }

  /** From here on nothing waits any more. */
  release(): void {
    this.execution.checkpoint = undefined;
    this.resume();
  }
}

/**
 * @param monitor a connection that neither of them uses
 * @param stop_at the checkpoint (a statement, a commit, a call) at which the first one stops, counted from 1
 */
export async function atOnce<A, B>(
  monitor: Sql,
  first: { execution: Execution; work: () => Promise<A> },
  second: { execution: Execution; work: () => Promise<B> },
  stop_at: number,
): Promise<[Ending<A>, Ending<B>]> {
  const strands = [new Strand(first.execution, stop_at), new Strand(second.execution, 0)] as const;
  let a: Ending<A> | undefined;
  let b: Ending<B> | undefined;
  const starts = new Map<Strand, () => Promise<unknown>>([
    [
      strands[0],
      async () => {
        a = await first.execution.lead(first.work);
      },
    ],
    [
      strands[1],
      async () => {
        b = await second.execution.lead(second.work);
      },
    ],
  ]);
  const waiting = async () => {
    const rows = await monitor<Array<{ statement: string }>>`
      select format('%s %s', pid, query_start) as statement from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return rows.map(({ statement }) => statement);
  };
  // Each turn ends in an end, a pause or a wait for the other's lock; both cannot wait for each other for longer than the database allows.
  for (let turn = 0; !strands.every(({ ended }) => ended) && turn < 400; turn++) {
    const [next, other] = turn % 2 === 0 ? strands : [strands[1], strands[0]];
    const strand = next.ended ? other : next;
    // The other one may wait for this one, get its lock, and be waited for in turn: what counts is a statement that was not waiting yet.
    const blocked_before = new Set(await waiting());
    const start = starts.get(strand);
    starts.delete(strand);
    await strand.run(start, async () =>
      (await waiting()).some((statement) => !blocked_before.has(statement)),
    );
  }
  for (const strand of strands) strand.release();
  if (!a || !b) throw new Error("Two lives at once came to no end");
  return [a, b];
}
