/** Requests that Meta's oEmbed answers without a token: 1,000 an hour and caller, and all of a sandbox are one caller. */
import type { SandboxClock } from "../../frame/clock";
import type { Store } from "../../frame/store";

const HOURLY_REQUESTS = 1_000;

type Kept = { hour: string; used: number; hourly_requests: number };

export class InstagramQuota {
  private readonly kept;

  constructor(
    private readonly clock: SandboxClock,
    store: Store,
  ) {
    this.kept = store.collection<Kept>("instagram_quota");
  }

  get state(): Kept {
    const hour = this.clock.now().toISOString().slice(0, 13);
    const kept = this.kept.get("quota") ?? { hour, used: 0, hourly_requests: HOURLY_REQUESTS };
    return kept.hour === hour ? kept : { ...kept, hour, used: 0 };
  }

  /** Books one request; false when the hour has none left. */
  spend(): boolean {
    const state = this.state;
    if (state.used >= state.hourly_requests) return false;
    this.kept.put("quota", { ...state, used: state.used + 1 });
    return true;
  }

  setHourlyRequests(hourly_requests: number): void {
    this.kept.put("quota", { ...this.state, hourly_requests });
  }
}
