/**
 * Names for rows: a readable prefix and a time-ordered UUID (`offer_01h455vb4pex5vsknk084sn02q`), so that an id found in a
 * log, an e-mail or Stripe's metadata says what it names, and new rows land at the end of an index. The prefix is part of
 * the type: a payment's id is no collaboration's id.
 */
import { typeid } from "typeid-js";
import { z } from "zod";

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
  | "observation"
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

export type Id<P extends IdPrefix> = `${P}_${string}`;

export type UserId = Id<"user">;
export type BrandId = Id<"brand">;
export type CreatorId = Id<"creator">;
export type ChannelId = Id<"channel">;
export type OfferId = Id<"offer">;
export type DraftId = Id<"draft">;
export type AssetId = Id<"asset">;
export type PaymentId = Id<"payment">;
export type CollaborationId = Id<"collab">;
export type ParcelId = Id<"parcel">;
export type SubmissionId = Id<"submission">;
export type ObservationId = Id<"observation">;
export type AppealId = Id<"appeal">;
export type MovementId = Id<"movement">;
export type TransactionId = Id<"ltx">;
export type ClawbackId = Id<"clawback">;
export type IncidentId = Id<"incident">;

let makeId: (prefix: IdPrefix) => string = (prefix) => typeid(prefix).toString();

/** @throws Error when the source of ids made one that is not of `prefix` */
export function newId<P extends IdPrefix>(prefix: P): Id<P> {
  const id = makeId(prefix);
  if (!isId(prefix, id)) throw new Error(`"${id}" is no id of a ${prefix}`);
  return id;
}

/** Lets `source` name everything from now on: for a world that has to come out the same when it is lived again. */
export function takeIdsFrom(source: (prefix: IdPrefix) => string): void {
  makeId = source;
}

/** What follows the prefix. Whether a row has this id is for the database to say. */
const SUFFIX = /^[0-9a-z]{1,60}$/;

export function isId<P extends IdPrefix>(prefix: P, text: unknown): text is Id<P> {
  return (
    typeof text === "string" && text.startsWith(`${prefix}_`) && SUFFIX.test(text.slice(prefix.length + 1))
  );
}

const ID_OF = "id_of";

/** Of what a field should have named something, when that is what a schema found wrong with it; else undefined. */
export function illFormedId(issue: z.core.$ZodIssue): string | undefined {
  return issue.code === "custom" ? (issue.params?.[ID_OF] as string | undefined) : undefined;
}

/** An id in a form, in JSON or in the data of an event. */
export function idSchema<P extends IdPrefix>(prefix: P) {
  return z.string().transform((text, context): Id<P> => {
    if (isId(prefix, text)) return text;
    context.issues.push({
      code: "custom",
      message: `no id of a ${prefix}`,
      input: text,
      params: { [ID_OF]: prefix },
    });
    return z.NEVER;
  });
}
