/** The one way in which the demo market, the simulation, tests and benches make offers. */

import type { BrandActor } from "@/app/domain/actor";
import { createOffer } from "@/app/domain/offer/create-offer";
import type { OfferInput } from "@/app/domain/offer/input";
import type { Offer } from "@/app/domain/offer/lock-offer";
import { defaultLicence } from "@/app/domain/offer/terms";
import { defaultPolicy } from "@/app/domain/policy/policy";
import type { AssetId } from "@/app/lib/ids";
import type { Tx } from "@/db/client";

/** Terms that hold several things each: whatever is not given of them is ordinary. */
type Terms = "brief" | "eligibility" | "licence" | "policy";
export type OfferGiven = Partial<Omit<OfferInput, Terms>> & {
  [T in Terms]?: Partial<OfferInput[T]>;
};

/** What a brand fills into the wizard: a desk lamp, one post on YouTube, open to everybody. Checked by whoever needs it checked. */
export function offerInput({ brief, eligibility, licence, policy, ...given }: OfferGiven = {}): OfferInput {
  return {
    title: "Show our lamp at work",
    category: "home",
    product_title: "Desk lamp",
    product_url: "https://www.amazon.com/dp/B0TESTLAMP",
    asin: "B0TESTLAMP",
    marketplace_country: "US",
    retail_value_minor: 0,
    currency: "USD",
    fee_minor: 10_000,
    slots: 1,
    channels: ["youtube"],
    sample_mode: "shipped",
    sample_code: "",
    reimbursement_cap_minor: 0,
    closes_at: null,
    ...given,
    brief: {
      summary: "Show the lamp on a real desk, by day and by night.",
      must_show: ["The lamp switched on"],
      must_say: [],
      must_not_say: [],
      hashtags: ["#desklamp"],
      mentions: [],
      require_product_link: true,
      min_length_seconds: 0,
      ...brief,
    },
    eligibility: {
      countries: [],
      min_followers: 0,
      min_engagement_bps: 0,
      min_delivery_bps: 0,
      max_open_jobs: 0,
      requires_storefront: false,
      ...eligibility,
    },
    licence: { ...defaultLicence(), ...licence },
    policy: { ...defaultPolicy(), ...policy },
  };
}

/** An offer that nobody has paid yet. */
export function makeOffer(
  tx: Tx,
  brand: BrandActor,
  given: OfferGiven = {},
  photo_ids: readonly AssetId[] = [],
): Promise<Offer> {
  return createOffer(tx, brand, offerInput(given), photo_ids);
}
