/**
 * Names for rows: a readable prefix and a time-ordered UUID (`offer_01h455vb4pex5vsknk084sn02q`), so that an id found in a
 * log, an e-mail or Stripe's metadata says what it names, and new rows land at the end of an index.
 */
import { typeid } from "typeid-js";

export type IdPrefix =
  | "user"
  | "brand"
  | "creator"
  | "channel"
  | "offer"
  | "draft"
  | "asset"
  | "payment"
  | "collab"
  | "agreement"
  | "parcel"
  | "submission"
  | "verification"
  | "review"
  | "strike"
  | "appeal"
  | "movement"
  | "ltx"
  | "clawback"
  | "incident"
  | "audit"
  | "invoice"
  | "message";

let makeId: (prefix: IdPrefix) => string = (prefix) => typeid(prefix).toString();

export function newId(prefix: IdPrefix): string {
  return makeId(prefix);
}

/** Lets `source` name everything from now on: for a world that has to come out the same when it is lived again. */
export function takeIdsFrom(source: (prefix: IdPrefix) => string): void {
  makeId = source;
}
