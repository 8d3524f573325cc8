/** A small market on the real database, made anew for every run: two offers, three creators, one brand, an operator. */

import type { BrandActor, OperatorActor } from "@/app/domain/actor";
import { defaultPolicy } from "@/app/domain/policy/policy";
import type { PaymentId } from "@/app/lib/ids";
import { makeLiveOffer, type OfferRow } from "@/tests/factories/offers";
import { makeBrand, makeCreator, makeOperator, type TestCreator } from "@/tests/factories/people";

export type PaidOffer = OfferRow & { payment_id: PaymentId };

export type Market = {
  brand: BrandActor;
  operator: OperatorActor;
  creators: TestCreator[];
  offers: PaidOffer[];
};

export const HOLDBACK_BPS = 2_500;

/** One offer ships its sample to two, the other lets one creator buy it; of both a quarter of the fee is kept back. */
export async function openMarket(): Promise<Market> {
  const brand = await makeBrand();
  const policy = { ...defaultPolicy(), holdback_bps: HOLDBACK_BPS };
  return {
    brand,
    operator: await makeOperator(),
    creators: [await makeCreator(), await makeCreator(), await makeCreator()],
    offers: [
      await makeLiveOffer(brand, { slots: 2, policy }),
      await makeLiveOffer(brand, {
        slots: 1,
        policy,
        sample_mode: "purchase",
        reimbursement_cap_minor: 2_000,
      }),
    ],
  };
}
