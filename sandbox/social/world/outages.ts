/** Switches that make a platform fail: an error status, or no answer at all. */
import type { Store } from "../../frame/store";
import type { Platform } from "./platform";
import type { Waits } from "./waits";

export type Outage = number | "timeout";

export class Outages {
  private readonly kept;

  constructor(
    store: Store,
    private readonly waits: Waits,
  ) {
    this.kept = store.collection<Outage>("outages");
  }

  of(platform: Platform): Outage | undefined {
    return this.kept.get(platform);
  }

  set(platform: Platform, outage: Outage | null): void {
    if (outage === null) this.kept.delete(platform);
    else this.kept.put(platform, outage);
  }

  /** The answer that a visitor of a failing platform gets; undefined when it works. */
  async answer(platform: Platform, signal: AbortSignal): Promise<Response | undefined> {
    const outage = this.of(platform);
    if (outage === undefined) return undefined;
    if (outage === "timeout") await this.waits.hang(signal);
    const status = outage === "timeout" ? 504 : outage;
    const headers: Record<string, string> = status === 429 ? { "retry-after": "60" } : {};
    return new Response(`Error ${status}: the service is unavailable.\n`, { status, headers });
  }
}
