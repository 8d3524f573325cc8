/** What an offer promises and asks for, as data: brief, eligibility, licence, and the agreement frozen from them. */

import { z } from "zod";
import type { ChannelId, OfferId } from "@/app/lib/ids";
import type { Policy } from "../policy/policy";

const line = (max: number) => z.string().trim().min(1).max(max);

/** What the post must and must not hold. Clauses are cited by their index when a brand rejects. */
export const briefSchema = z.object({
  summary: z.string().trim().min(20).max(2_000),
  must_show: z.array(line(300)).max(10),
  must_say: z.array(line(300)).max(10),
  must_not_say: z.array(line(120)).max(20),
  /** With the leading `#`. */
  hashtags: z
    .array(
      z
        .string()
        .trim()
        .regex(/^#[\p{L}\p{N}_]{1,60}$/u),
    )
    .max(10),
  /** With the leading `@`. */
  mentions: z
    .array(
      z
        .string()
        .trim()
        .regex(/^@[\w.]{1,60}$/),
    )
    .max(10),
  require_product_link: z.boolean(),
  /** Shortest video in seconds; 0 where it does not matter. */
  min_length_seconds: z.number().int().min(0).max(3_600),
});
export type Brief = z.infer<typeof briefSchema>;

export const eligibilitySchema = z.object({
  /** ISO 3166-1 alpha-2; empty means any country that Stripe pays out to. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(60),
  min_followers: z.number().int().min(0).max(100_000_000),
  min_engagement_bps: z.number().int().min(0).max(10_000),
  /** Least share of agreed collaborations that were delivered; judged once a creator has three or more. */
  min_delivery_bps: z.number().int().min(0).max(10_000),
  /** Most collaborations a creator may have open anywhere when applying; 0 means no cap. */
  max_open_jobs: z.number().int().min(0).max(100),
  requires_storefront: z.boolean(),
});
export type Eligibility = z.infer<typeof eligibilitySchema>;

/** How the brand may use the post: organic by default; paid use is priced apart. */
export const licenceSchema = z.object({
  kind: z.enum(["organic", "paid"]),
  days: z.number().int().min(1).max(365),
});
export type Licence = z.infer<typeof licenceSchema>;

export function defaultLicence(): Licence {
  return { kind: "organic", days: 90 };
}

/** The frozen agreement that both sides accept. */
export type Agreement = {
  offer_id: OfferId;
  title: string;
  product: {
    title: string;
    url: string;
    asin: string;
    marketplace_country: string;
    retail_value_minor: number;
  };
  platform: string;
  /** `external_id`: the platform's own id, where it was known: whoever has the handle later is somebody else. */
  channel: { id: ChannelId; handle: string; url: string; external_id?: string };
  currency: string;
  fee_minor: number;
  reimbursement_cap_minor: number;
  sample_mode: string;
  brief: Brief;
  licence: Licence;
  policy: Policy;
};
