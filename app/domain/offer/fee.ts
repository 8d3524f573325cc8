/** What an offer costs a brand. All amounts in minor units of the offer's currency. */
import { assertMinor, shareOf } from "@/app/lib/money";

/** The platform's share on top of the creator's fee: earned only for a proven post, so it pays for the checking. */
export const PLATFORM_FEE_BPS = 1_000;

export function platformFee(fee_minor: number): number {
  return shareOf(fee_minor, PLATFORM_FEE_BPS);
}

type Priced = {
  slots: number;
  fee_minor: number;
  platform_fee_minor: number;
  reimbursement_cap_minor: number;
};

/** What one slot reserves. */
export function slotCost(offer: Omit<Priced, "slots">): number {
  return offer.fee_minor + offer.platform_fee_minor + offer.reimbursement_cap_minor;
}

/** slots × (fee + platform fee + reimbursement cap): what has to be paid in before anybody sees the offer. */
export function offerTotal(offer: Priced): number {
  return assertMinor(offer.slots * slotCost(offer));
}
