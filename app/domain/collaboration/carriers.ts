/** Carriers that a brand may choose, as EasyPost names them. */
export const CARRIERS = [
  "USPS",
  "UPS",
  "FedEx",
  "DHLExpress",
  "AmazonMws",
  "YunExpress",
  "SFExpress",
  "4PX",
] as const;
export type Carrier = (typeof CARRIERS)[number];
