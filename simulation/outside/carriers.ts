/** The carriers' service: takes trackers, and tells what becomes of the parcels; once, twice, late, out of order, or never. */
import { recordTracker } from "@/app/carriers/easypost";
import type { Chance } from "../chance";
import { presentLife } from "../life";
import type { Simulation } from "../simulation";

const NEWS = ["in_transit", "out_for_delivery", "delivered"] as const;

export class Carriers {
  private readonly chance: Chance;
  private readonly trackers = new Map<string, string>();

  constructor(private readonly simulation: Simulation) {
    this.chance = simulation.chance.split("carriers");
  }

  /** `POST /v2/trackers`; the same parcel twice is one tracker. */
  async answer(body: string): Promise<Response> {
    await presentLife()?.proceed();
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
    const { chance } = this;
    const { faults, agenda } = this.simulation;
    if (faults.strikes("parcel-lost")) return;
    const began_ms = agenda.now_ms;
    const arrives_ms = began_ms + chance.days(2, 12);
    const steps = faults.strikes("parcel-news-reordered") ? [...NEWS].reverse() : NEWS;
    for (const [index, status] of steps.entries()) {
      const at_ms = began_ms + ((arrives_ms - began_ms) * (index + 1)) / steps.length;
      const times = faults.strikes("parcel-news-twice") ? 2 : 1;
      for (let time = 0; time < times; time++)
        agenda.at(at_ms + time * chance.whole(0, 3_600_000), () => this.tell({ ...tracker, status }));
    }
  }

  private async tell(news: {
    id: string;
    tracking_code: string;
    carrier: string;
    status: string;
  }): Promise<void> {
    const life = this.simulation.web();
    const at = new Date(this.simulation.agenda.now_ms).toISOString();
    const ending = await life.lead(() =>
      recordTracker({ ...news, tracking_details: [{ status: news.status, datetime: at }] }),
    );
    if (ending.kind === "threw") this.simulation.noteError("carrier's news", life, ending.error);
    // The carrier tells again what nobody took.
    if (ending.kind !== "done") this.simulation.agenda.after(1_800_000, () => this.tell(news));
  }
}
