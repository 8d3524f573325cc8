/** Whether a creator may apply to an offer, and every reason why not, so that nobody has to guess. */

import { and, eq, isNull } from "drizzle-orm";
import { now } from "@/app/lib/clock";
import type { CollaborationId, CreatorId, OfferId } from "@/app/lib/ids";
import type { Queryable } from "@/db/client";
import { brand_blocks } from "@/db/schema/brand";
import { collaborations } from "@/db/schema/collaboration";
import { creator_channels, creators } from "@/db/schema/creator";
import { followersOf } from "../creator/followers";
import { readDeliveryRecord } from "../creator/queries/delivery-record";
import { isUsable } from "../creator/usable-channel";
import { detectBanEvasion } from "../standing/detect-ban-evasion";
import type { Offer } from "./lock-offer";

/** Each has a text in both languages: `errors:reason.<code>`. */
export const INELIGIBILITY_CODES = [
  "blacklisted",
  "suspended",
  "brand_unavailable",
  "no_verified_channel",
  "country_not_wanted",
  "too_few_followers",
  "too_little_engagement",
  "storefront_missing",
  "too_many_open_jobs",
  "delivery_too_low",
] as const;
export type IneligibilityCode = (typeof INELIGIBILITY_CODES)[number];

type Params = Record<string, string | number>;
export type Ineligibility = {
  [Code in IneligibilityCode]: { code: Code; params: Params };
}[IneligibilityCode];
export type Eligibility = { eligible: boolean; reasons: Ineligibility[] };

/** A delivery record says something from this many agreed collaborations on. */
const RECORD_FROM = 3;

type EvaluatedOffer = Pick<Offer, "id" | "brand_id" | "channels" | "eligibility">;

/** @returns every reason (codes of the `errors` namespace), the weightiest first */
export async function evaluateEligibility(
  tx: Queryable,
  creator_id: CreatorId,
  offer: EvaluatedOffer,
): Promise<Eligibility> {
  const [creator] = await tx.select().from(creators).where(eq(creators.id, creator_id));
  if (!creator) throw new Error(`No creator ${creator_id}`);
  const channels = await tx
    .select()
    .from(creator_channels)
    .where(eq(creator_channels.creator_id, creator_id));
  const [block] = await tx
    .select({ brand_id: brand_blocks.brand_id })
    .from(brand_blocks)
    .where(and(eq(brand_blocks.brand_id, offer.brand_id), eq(brand_blocks.creator_id, creator_id)));
  const reasons: Ineligibility[] = [];
  const no = (code: IneligibilityCode, params: Params = {}) => reasons.push({ code, params });

  // Whoever was blacklisted and came back under another account is the same person.
  if (creator.standing === "blacklisted" || (await detectBanEvasion(tx, creator_id))) no("blacklisted");
  if (creator.standing === "suspended" && (!creator.suspended_until || creator.suspended_until > now()))
    no("suspended", { until: creator.suspended_until?.toISOString() ?? "" });
  // Whom a brand does not want is the brand's own affair: the creator is told no more than this.
  if (block) no("brand_unavailable");

  const wanted = offer.eligibility;
  const fitting = channels.filter(
    (channel) => offer.channels.includes(channel.platform) && isUsable(channel),
  );
  if (fitting.length === 0) no("no_verified_channel", { channels: offer.channels.join(", ") });
  if (wanted.countries.length && !wanted.countries.includes(creator.country))
    no("country_not_wanted", { countries: wanted.countries.join(", ") });
  if (fitting.length && !fitting.some((channel) => followersOf(channel).count >= wanted.min_followers))
    no("too_few_followers", { min: wanted.min_followers });
  if (fitting.length && !fitting.some((channel) => channel.engagement_bps >= wanted.min_engagement_bps))
    no("too_little_engagement", { min: wanted.min_engagement_bps / 100 });
  if (
    wanted.requires_storefront &&
    !channels.some((channel) => channel.platform === "amazon" && isUsable(channel))
  )
    no("storefront_missing");

  const record = await readDeliveryRecord(tx, creator_id);
  const decided = record.delivered + record.not_delivered;
  if (wanted.max_open_jobs > 0 && record.open >= wanted.max_open_jobs)
    no("too_many_open_jobs", { max: wanted.max_open_jobs });
  if (decided >= RECORD_FROM && record.delivered * 10_000 < wanted.min_delivery_bps * decided)
    no("delivery_too_low", { min: wanted.min_delivery_bps / 100 });
  return { eligible: reasons.length === 0, reasons };
}

/** Whether the creator already works on (or waits for) this offer. */
export async function runningOn(
  tx: Queryable,
  creator_id: CreatorId,
  offer_id: OfferId,
): Promise<CollaborationId | null> {
  const [row] = await tx
    .select({ id: collaborations.id })
    .from(collaborations)
    .where(
      and(
        eq(collaborations.creator_id, creator_id),
        eq(collaborations.offer_id, offer_id),
        isNull(collaborations.ended_at),
      ),
    );
  return row?.id ?? null;
}
