/** Every parcel there is: made, moved by hand, or travelling automatically on the sandbox's clock. */
import type { SandboxClock } from "../frame/clock";
import type { Store } from "../frame/store";
import { statusOfTestCode, stepTo } from "./steps";
import { afterStep, newTracker, type Status, type Step, type Tracker } from "./tracker";
import type { Webhooks } from "./webhooks";

const HOUR_MS = 3_600_000;

/** When each step of the journey comes, counted from the tracker's creation. */
const JOURNEY: Array<{ after_ms: number; status: Status }> = [
  { after_ms: 4 * HOUR_MS, status: "in_transit" },
  { after_ms: 66 * HOUR_MS, status: "out_for_delivery" },
  { after_ms: 72 * HOUR_MS, status: "delivered" },
];

/** EasyPost gives the tracker that is there for the same code and carrier for three months. */
const SAME_TRACKER_MS = 90 * 24 * HOUR_MS;

/** `next_leg` is the index into the journey that comes next; null when a hand has taken over or the journey is off. */
export type Parcel = { tracker: Tracker; next_leg: number | null; created_ms: number };

export class Parcels {
  private readonly parcels;

  constructor(
    private readonly clock: SandboxClock,
    store: Store,
    private readonly webhooks: Webhooks,
    private readonly by_itself: boolean,
  ) {
    this.parcels = store.collection<Parcel>("parcels");
    for (const parcel of this.parcels.values()) this.arm(parcel);
  }

  /** Newest first. */
  list(): Parcel[] {
    return this.parcels.values().reverse();
  }

  get(tracker_id: string): Parcel | undefined {
    return this.parcels.get(tracker_id);
  }

  /** The newest parcel with this code, whoever carries it unless `carrier` is given. */
  byCode(tracking_code: string, carrier?: string): Parcel | undefined {
    return this.list().find(
      ({ tracker }) =>
        tracker.tracking_code === tracking_code && (!carrier || sameCarrier(tracker.carrier, carrier)),
    );
  }

  /** Starts to follow a parcel; a known one of the last three months is returned as it is. */
  create(tracking_code: string, carrier: string): Tracker {
    const now = this.clock.now();
    const known = this.byCode(tracking_code, carrier);
    if (known && now.getTime() - known.created_ms < SAME_TRACKER_MS) return known.tracker;
    const test_status = statusOfTestCode(tracking_code);
    const status = test_status ?? "pre_transit";
    const fresh = newTracker(tracking_code, carrier, now);
    const tracker = afterStep(fresh, stepTo(status, tracking_code), now);
    const travels = this.by_itself && test_status === undefined;
    const parcel = { tracker, next_leg: travels ? 0 : null, created_ms: now.getTime() };
    this.parcels.put(tracker.id, parcel);
    this.webhooks.announce("tracker.created", tracker);
    this.arm(parcel);
    return tracker;
  }

  /** Moves a parcel by hand; from then on it no longer travels automatically. @throws RangeError for an unknown tracker */
  move(tracker_id: string, status: Status, given: Partial<Step> = {}): Tracker {
    return this.take(tracker_id, stepTo(status, this.known(tracker_id).tracker.tracking_code, given), null);
  }

  private take(tracker_id: string, step: Step, next_leg: number | null): Tracker {
    const before = this.known(tracker_id);
    const tracker = afterStep(before.tracker, step, this.clock.now());
    const parcel = this.parcels.put(tracker_id, { ...before, tracker, next_leg });
    this.webhooks.announce("tracker.updated", tracker, { status: before.tracker.status });
    this.arm(parcel);
    return tracker;
  }

  private known(tracker_id: string): Parcel {
    const parcel = this.parcels.get(tracker_id);
    if (!parcel) throw new RangeError(`No tracker ${tracker_id}`);
    return parcel;
  }

  private arm({ tracker, next_leg, created_ms }: Parcel): void {
    const leg = next_leg === null ? undefined : JOURNEY[next_leg];
    if (!leg || next_leg === null) return;
    const travel = () => {
      if (this.parcels.get(tracker.id)?.next_leg !== next_leg) return; // a hand has moved it meanwhile
      this.take(tracker.id, stepTo(leg.status, tracker.tracking_code), next_leg + 1);
    };
    const label = `parcel ${tracker.tracking_code}: ${leg.status.replaceAll("_", " ")}`;
    this.clock.at(new Date(created_ms + leg.after_ms), travel, label);
  }
}

function sameCarrier(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
