/** What carriers say at each step of a parcel, and the way a parcel of ours takes. */
import { createHash } from "node:crypto";
import { known } from "../frame/known";
import type { Place, Status, Step } from "./tracker";

const WORDS: Record<Status, { message: string; status_detail: string }> = {
  unknown: { message: "Status not known to the carrier", status_detail: "unknown" },
  pre_transit: { message: "Shipping label created, parcel not yet received", status_detail: "label_created" },
  in_transit: { message: "Departed origin facility", status_detail: "departed_origin_facility" },
  out_for_delivery: { message: "Out for delivery", status_detail: "out_for_delivery" },
  delivered: { message: "Delivered", status_detail: "arrived_at_destination" },
  available_for_pickup: {
    message: "Ready to be picked up",
    status_detail: "arrived_at_pickup_location",
  },
  return_to_sender: { message: "Returned to sender", status_detail: "return" },
  failure: { message: "Delivery failed: the parcel is lost", status_detail: "lost" },
  cancelled: { message: "Shipment cancelled", status_detail: "cancelled" },
  error: { message: "The carrier cannot tell where the parcel is", status_detail: "status_update" },
};

const ROUTES: Array<{ from: Place; to: Place }> = [
  { from: place("Memphis", "TN", "US", "38118"), to: place("Austin", "TX", "US", "78704") },
  { from: place("Ontario", "CA", "US", "91761"), to: place("Portland", "OR", "US", "97209") },
  { from: place("Louisville", "KY", "US", "40213"), to: place("Brooklyn", "NY", "US", "11201") },
  { from: place("Shenzhen", "GD", "CN", "518000"), to: place("Hangzhou", "ZJ", "CN", "310000") },
];

function routeOf(tracking_code: string): { from: Place; to: Place } {
  const number = createHash("sha256").update(tracking_code).digest().readUInt8(0);
  return known(ROUTES[number % ROUTES.length], `the route of ${tracking_code}`);
}

/** The step that `status` stands for, with places that stay the same for one tracking code; pure. */
export function stepTo(status: Status, tracking_code: string, given: Partial<Step> = {}): Step {
  const route = routeOf(tracking_code);
  const at_origin = ["pre_transit", "in_transit", "return_to_sender"].includes(status);
  const nowhere = ["unknown", "error", "cancelled"].includes(status);
  return {
    status,
    ...WORDS[status],
    place: nowhere ? undefined : at_origin ? route.from : route.to,
    ...defined(given),
  };
}

/** EasyPost's test codes, which the real service knows too: such a parcel is at once where its code says. */
const TEST_CODES: Record<string, Status> = {
  EZ1000000001: "pre_transit",
  EZ2000000002: "in_transit",
  EZ3000000003: "out_for_delivery",
  EZ4000000004: "delivered",
  EZ5000000005: "return_to_sender",
  EZ6000000006: "failure",
  EZ7000000007: "unknown",
};

/** Where a test code says its parcel is; undefined for any other code. */
export function statusOfTestCode(tracking_code: string): Status | undefined {
  return TEST_CODES[tracking_code.toUpperCase()];
}

/** The carrier whose codes look like this one, as EasyPost names it; undefined when none does. */
export function carrierOf(tracking_code: string): string | undefined {
  const forms: Array<[RegExp, string]> = [
    [/^1Z[0-9A-Z]{16}$/, "UPS"],
    [/^EZ\d{10}$/, "USPS"],
    [/^(9[1-5]\d{18,24}|82\d{8})$/, "USPS"],
    [/^[A-Z]{2}\d{9}US$/, "USPS"],
    [/^SF\d{12,13}$/, "SFExpress"],
    [/^(\d{12}|\d{15})$/, "FedEx"],
    [/^(\d{10}|JD\d{16,18}|JJD\d+)$/, "DHLExpress"],
    [/^TBA\d{12}$/, "AmazonMws"],
  ];
  return forms.find(([form]) => form.test(tracking_code.toUpperCase()))?.[1];
}

function place(city: string, state: string, country: string, zip: string): Place {
  return { city, state, country, zip };
}

function defined(given: Partial<Step>): Partial<Step> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
