/** The carriers' service: takes trackers, and tells what becomes of the parcels; once, twice, late, out of order, or never. */
import { recordTracker } from "@/app/carriers/easypost";
import { currentExecution } from "../execution";
import type { Random } from "../random";
import type { Simulation } from "../simulation";

const NEWS = ["in_transit", "out_for_delivery", "delivered"] as const;

export class Carriers {
  private readonly random: Random;
  private readonly trackers = new Map<string, string>();

  constructor(private readonly simulation: Simulation) {
    this.random = simulation.random.split("carriers");
  }

  /** `POST /v2/trackers`; the same parcel twice is one tracker. */
  async answer(body: string): Promise<Response> {
    await currentExecution()?.proceed();
    const { tracker } = JSON.parse(body) as { tracker: { tracking_code: string; carrier: string } };
    const key = `${tracker.carrier} ${tracker.tracking_code}`;
    const known = this.trackers.get(key);
    const id = known ?? `trk_${this.trackers.size + 1}`;
    if (!known) {
      this.trackers.set(key, id);
      this.send({ id, ...tracker });
    }
    return Response.json({ id, ...tracker, status: "pre_transit", tracking_details: [] });
  }

  private send(tracker: { id: string; tracking_code: string; carrier: string }): void {
    const { random } = this;
    const { faults, scheduler } = this.simulation;
    if (faults.strikes("parcel-lost")) return;
    const began_ms = scheduler.now_ms;
    const arrives_ms = began_ms + random.days(2, 12);
    const steps = faults.strikes("parcel-news-reordered") ? [...NEWS].reverse() : NEWS;
    for (const [index, status] of steps.entries()) {
      const at_ms = began_ms + ((arrives_ms - began_ms) * (index + 1)) / steps.length;
      const times = faults.strikes("parcel-news-twice") ? 2 : 1;
      for (let time = 0; time < times; time++)
        scheduler.at(at_ms + time * random.whole(0, 3_600_000), () => this.notify({ ...tracker, status }));
    }
  }

  private async notify(news: {
    id: string;
    tracking_code: string;
    carrier: string;
    status: string;
  }): Promise<void> {
    const execution = this.simulation.web();
    const at = new Date(this.simulation.scheduler.now_ms).toISOString();
    const ending = await execution.lead(() =>
      recordTracker({ ...news, tracking_details: [{ status: news.status, datetime: at }] }),
    );
    if (ending.kind === "threw") this.simulation.noteError("carrier's news", execution, ending.error);
    // The carrier tells again what nobody took.
    if (ending.kind !== "done") this.simulation.scheduler.after(1_800_000, () => this.notify(news));
  }
}
