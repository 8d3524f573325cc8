/** Stripe's limits, when asked for: so many calls a second of real time, per endpoint and in all. */

type Window = { second: number; count: number };

export class RateLimit {
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly per_endpoint_s: number | undefined,
    private readonly total_s: number | undefined,
  ) {}

  /** Counts one call to `endpoint`; false when it is one too many. */
  allows(endpoint: string): boolean {
    const total = this.count("", this.total_s);
    return this.count(endpoint, this.per_endpoint_s) && total;
  }

  private count(name: string, max: number | undefined): boolean {
    if (max === undefined) return true;
    const second = Math.floor(Date.now() / 1000);
    const window = this.windows.get(name);
    if (window?.second !== second) {
      this.windows.set(name, { second, count: 1 });
      return max >= 1;
    }
    window.count++;
    return window.count <= max;
  }
}
