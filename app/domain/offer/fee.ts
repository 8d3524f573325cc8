/** What a slot costs a brand, and what the whole offer costs. */
import { assertMinor, shareOf } from "@/app/lib/money";

/**
 * The platform's share, on top of the creator's fee and never out of it: the creator gets exactly what the offer says. 10 % lies
 * below the 15 % that marketplaces of this kind take from the creator, and pays for card processing (about 3 %), chargebacks and
 * verification. It is earned only when a post is proven; whatever is not goes back to the brand with the fee.
 */
export const PLATFORM_FEE_BPS = 1_000;

/** In minor units of the fee's currency, rounded down. */
export function platformFee(fee_minor: number, currency: string): number {
  return shareOf(fee_minor, PLATFORM_FEE_BPS, currency);
}

/** As many collaborations as one offer may have. */
export const MAX_SLOTS = 500;

export type SlotPrice = {
  fee_minor: number;
  platform_fee_minor: number;
  reimbursement_cap_minor: number;
};

/** What is set aside for one slot, in minor units. */
export function slotTotal(offer: SlotPrice): number {
  return assertMinor(offer.fee_minor + offer.platform_fee_minor + offer.reimbursement_cap_minor);
}

/** What has to be paid in before the offer goes live, in minor units. @throws RangeError beyond safe integers */
export function offerTotal(offer: SlotPrice & { slots: number }): number {
  return assertMinor(offer.slots * slotTotal(offer));
}
