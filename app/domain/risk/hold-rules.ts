/**
 * How long pay rests between approval and transfer. A hold is there to be longer than a stolen card takes to be noticed, so it is the
 * operator's rule, never a term that the brand it restrains could choose.
 */
import { smallestCharge } from "@/app/lib/money";
import type { HoldReason } from "./vocabulary";

export type HoldFacts = {
  /** Nothing was paid yet between this brand and this creator. */
  first_pair: boolean;
  brand_verified: boolean;
  /** All that one collaboration costs the brand. */
  amount_minor: number;
  currency: string;
};

/** What is a lot for a brand that nobody has verified: 500 USD, or its worth. Stripe's smallest charge is about half a dollar everywhere. */
const LARGE_IN_SMALLEST_CHARGES = 1_000;

const RULES: ReadonlyArray<{ reason: HoldReason; holds: (facts: HoldFacts) => boolean }> = [
  { reason: "first_pair", holds: ({ first_pair }) => first_pair },
  {
    reason: "unverified_large",
    holds: ({ brand_verified, amount_minor, currency }) =>
      !brand_verified && amount_minor > LARGE_IN_SMALLEST_CHARGES * smallestCharge(currency),
  },
];

/** The first rule that asks for a hold; null where pay goes out at once. */
export function holdReason(facts: HoldFacts): HoldReason | null {
  return RULES.find(({ holds }) => holds(facts))?.reason ?? null;
}
