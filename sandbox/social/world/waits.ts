/** Visitors that are kept waiting, all of whom are let go when the emulator ends. */

/** Longer than any client of ours waits. */
const HANG_MS = 60_000;

export class Waits {
  private readonly hanging = new Set<() => void>();

  /** Resolves after a minute, when the visitor hangs up, or when the emulator ends. */
  hang(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const release = () => {
        clearTimeout(timer);
        this.hanging.delete(release);
        resolve();
      };
      const timer = setTimeout(release, HANG_MS);
      this.hanging.add(release);
      signal.addEventListener("abort", release, { once: true });
    });
  }

  /** Lets go of everybody that still waits. */
  close(): void {
    for (const release of [...this.hanging]) release();
  }
}
