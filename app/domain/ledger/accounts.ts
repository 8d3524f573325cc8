/**
 * The accounts of the books. A code names whose money it is; the kind says on which side it grows. Assets and expenses grow by
 * debits (positive entries), liabilities and revenue by credits (negative entries); balances are kept positive on that side.
 */

import type { AccountKind } from "@/app/domain/ledger/vocabulary";
import type { BrandId, CollaborationId, CreatorId, OfferId } from "@/app/lib/ids";

export type Account = { code: string; kind: AccountKind; non_negative: boolean };

const asset = (code: string): Account => ({ code, kind: "asset", non_negative: false });
const expense = (code: string): Account => ({ code, kind: "expense", non_negative: false });
/** Money that belongs to somebody else: the database refuses to let it fall below zero. */
const owed_to = (code: string): Account => ({ code, kind: "liability", non_negative: true });

export const accounts = {
  /** What Stripe holds for the platform, available and pending together; equals Stripe's balance. */
  stripePlatform: asset("stripe:platform"),
  /** Held back by Stripe while a cardholder's bank decides about a dispute. */
  stripeDisputed: asset("stripe:disputed"),
  /** Asked of Stripe, not yet confirmed. Grows by what is intended (a credit), so it is zero or below zero in between. */
  stripeClearing: asset("stripe:clearing"),
  /** The brand's money that no offer has claimed, e.g. a refund that came back from an expired card. */
  brandAvailable: (brand_id: BrandId): Account => owed_to(`brand:${brand_id}:available`),
  /** Captured for an offer and not yet claimed by a collaboration. */
  offerBudget: (offer_id: OfferId): Account => owed_to(`offer:${offer_id}:budget`),
  /** Fee, platform fee and reimbursement cap of one collaboration. */
  collaborationHeld: (collaboration_id: CollaborationId): Account =>
    owed_to(`collaboration:${collaboration_id}:held`),
  /** Earned and not yet asked of Stripe as a transfer. */
  creatorPayable: (creator_id: CreatorId): Account => owed_to(`creator:${creator_id}:payable`),
  /** To be recovered from future earnings, or by a reversal. Never more is taken than is owed. */
  creatorOwed: (creator_id: CreatorId): Account => ({
    ...asset(`creator:${creator_id}:owed`),
    non_negative: true,
  }),
  /** What is, or will be, recovered from a creator for the brand that had paid for a post which is gone. */
  clawback: (collaboration_id: CollaborationId): Account =>
    owed_to(`collaboration:${collaboration_id}:clawback`),
  /** The platform's fee, earned only when a post is proven. */
  platformFees: { code: "platform:fees", kind: "revenue", non_negative: false } satisfies Account,
  /** Stripe's processing fees. */
  stripeFees: expense("platform:stripe_fees"),
  /** Chargebacks and clawbacks that could not be recovered. */
  losses: expense("platform:losses"),
} as const;
