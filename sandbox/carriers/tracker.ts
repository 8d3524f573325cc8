/** A parcel in EasyPost's words: the Tracker object of its API v2. */
import { createHash, randomBytes } from "node:crypto";

export const STATUSES = [
  "unknown",
  "pre_transit",
  "in_transit",
  "out_for_delivery",
  "delivered",
  "available_for_pickup",
  "return_to_sender",
  "failure",
  "cancelled",
  "error",
] as const;
export type Status = (typeof STATUSES)[number];

/** After one of these the carrier has no more news of its own. */
const FINAL: ReadonlySet<Status> = new Set<Status>(["delivered", "return_to_sender", "failure", "cancelled"]);

export type Place = { city: string | null; state: string | null; country: string | null; zip: string | null };

export type TrackingDetail = {
  object: "TrackingDetail";
  message: string;
  description: string | null;
  status: Status;
  status_detail: string;
  datetime: string;
  source: string;
  carrier_code: string | null;
  tracking_location: Place & { object: "TrackingLocation" };
};

export type Tracker = {
  id: string;
  object: "Tracker";
  mode: "test";
  tracking_code: string;
  status: Status;
  status_detail: string;
  created_at: string;
  updated_at: string;
  signed_by: string | null;
  weight: number | null;
  est_delivery_date: string | null;
  shipment_id: string | null;
  carrier: string;
  tracking_details: TrackingDetail[];
  carrier_detail: null;
  finalized: boolean;
  is_return: boolean;
  public_url: string;
  fees: never[];
};

/** One thing that happened to a parcel. */
export type Step = { status: Status; status_detail: string; message: string; place?: Partial<Place> };

/** EasyPost's ids: a prefix and 32 hexadecimal digits. */
export function easypostId(prefix: "trk" | "evt"): string {
  return `${prefix}_${randomBytes(16).toString("hex")}`;
}

export function newTracker(tracking_code: string, carrier: string, now: Date): Tracker {
  const id = easypostId("trk");
  const at = instant(now);
  const public_id = createHash("sha256").update(id).digest("base64url").slice(0, 20);
  return {
    id,
    object: "Tracker",
    mode: "test",
    tracking_code,
    status: "unknown",
    status_detail: "unknown",
    created_at: at,
    updated_at: at,
    signed_by: null,
    weight: null,
    est_delivery_date: null,
    shipment_id: null,
    carrier,
    tracking_details: [],
    carrier_detail: null,
    finalized: false,
    is_return: false,
    public_url: `https://track.easypost.com/${public_id}`,
    fees: [],
  };
}

/** The tracker after `step` happened at `now`; pure. */
export function afterStep(tracker: Tracker, step: Step, now: Date): Tracker {
  const at = instant(now);
  const place = { city: null, state: null, country: null, zip: null, ...step.place };
  const detail: TrackingDetail = {
    object: "TrackingDetail",
    message: step.message,
    description: null,
    status: step.status,
    status_detail: step.status_detail,
    datetime: at,
    source: tracker.carrier,
    carrier_code: null,
    tracking_location: { object: "TrackingLocation", ...place },
  };
  return {
    ...tracker,
    status: step.status,
    status_detail: step.status_detail,
    updated_at: at,
    tracking_details: [...tracker.tracking_details, detail],
    finalized: FINAL.has(step.status),
    is_return: step.status === "return_to_sender",
  };
}

/** EasyPost writes instants to the second. */
function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
