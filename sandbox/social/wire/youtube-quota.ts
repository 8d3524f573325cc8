/** Units of YouTube's API: 10,000 a day unless set otherwise, anew at midnight Pacific time. */
import { DateTime } from "luxon";
import type { SandboxClock } from "../../frame/clock";
import type { Store } from "../../frame/store";

const DAILY_UNITS = 10_000;

type Kept = { day: string; used: number; daily_units: number };

export class YoutubeQuota {
  private readonly kept;

  constructor(
    private readonly clock: SandboxClock,
    store: Store,
  ) {
    this.kept = store.collection<Kept>("youtube_quota");
  }

  get state(): Kept {
    const day = DateTime.fromJSDate(this.clock.now(), { zone: "America/Los_Angeles" }).toISODate() ?? "";
    const kept = this.kept.get("quota") ?? { day, used: 0, daily_units: DAILY_UNITS };
    return kept.day === day ? kept : { ...kept, day, used: 0 };
  }

  /** Books `units`; false when the day has none left. */
  spend(units: number): boolean {
    const state = this.state;
    if (state.used + units > state.daily_units) return false;
    this.kept.put("quota", { ...state, used: state.used + units });
    return true;
  }

  setDailyUnits(daily_units: number): void {
    this.kept.put("quota", { ...this.state, daily_units });
  }
}
