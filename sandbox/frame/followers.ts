/**
 * The processes that follow the clock, each through one long request at a time. When time moves they are all answered,
 * and a follower acknowledges by asking again: only then may anything wake, so that no job starts on the wrong day.
 */

/** A follower that has not asked again after this long is taken for gone. A busy one takes seconds, and must not be left a day behind. */
const PATIENCE_MS = 10_000;

export class Followers {
  private readonly waiting = new Set<() => void>();
  /** When followers were answered that have not asked again yet; they count as followers for a moment. */
  private between: number[] = [];

  constructor(private readonly patience_ms = PATIENCE_MS) {}

  /** Resolves when time moves, when `timeout_ms` have passed or when the follower hangs up. */
  async wait(timeout_ms: number, signal?: AbortSignal): Promise<void> {
    this.between.shift();
    if (signal?.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", gone);
        if (this.waiting.delete(done)) this.between.push(Date.now());
        resolve();
      };
      const gone = () => {
        this.waiting.delete(done);
        done();
      };
      const timer = setTimeout(done, timeout_ms);
      signal?.addEventListener("abort", gone);
      this.waiting.add(done);
    });
  }

  /** A follower that asked with an old version was answered at once; it will ask again. */
  answeredAtOnce(): void {
    this.between.shift();
    this.between.push(Date.now());
  }

  /** Answers all, and resolves when each has asked again or its patience is over. */
  async notify(): Promise<void> {
    const deadline = Date.now() + this.patience_ms;
    const expected =
      this.waiting.size + this.between.filter((at) => at > Date.now() - this.patience_ms).length;
    this.release();
    while (this.waiting.size < expected && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 2));
    this.between = [];
  }

  /** Answers all without waiting for anything. */
  release(): void {
    for (const answer of [...this.waiting]) answer();
  }
}
