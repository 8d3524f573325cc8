/** Calls of this process that wait for their turn at one endpoint, first come, first served. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Rates, takeTurns } from "./turns";

type Waiting = { until: number; go: (granted: boolean) => void; fail: (error: unknown) => void };

export class Queue {
  private waiting: Waiting[] = [];
  private served = false;

  constructor(
    private readonly endpoint: string,
    private readonly rates: () => Rates,
  ) {}

  /**
   * Resolves when it is this call's turn: true, or false once it has waited `patience_ms` in vain.
   * @throws when the database does not answer
   */
  turn(patience_ms: number): Promise<boolean> {
    return new Promise((go, fail) => {
      this.waiting.push({ until: performance.now() + patience_ms, go, fail });
      if (!this.served) void this.serve();
    });
  }

  /** One statement at a time: whoever comes while it is under way shares the next one. */
  private async serve(): Promise<void> {
    this.served = true;
    try {
      while (this.dismissImpatient()) {
        const { taken, wait_ms, gap_ms } = await takeTurns(this.endpoint, this.waiting.length, this.rates());
        if (taken === 0) await sleep(wait_ms);
        for (const [place, { go }] of this.waiting.splice(0, taken).entries())
          setTimeout(() => go(true), wait_ms + place * gap_ms);
      }
    } catch (error) {
      for (const { fail } of this.waiting.splice(0)) fail(error);
    } finally {
      this.served = false;
    }
  }

  /** @returns how many are still waiting */
  private dismissImpatient(): number {
    const now = performance.now();
    for (const { go } of this.waiting.filter(({ until }) => until <= now)) go(false);
    this.waiting = this.waiting.filter(({ until }) => until > now);
    return this.waiting.length;
  }
}
