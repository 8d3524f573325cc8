/** The words of creators: platforms, categories, and what Stripe and banks report about their accounts. */
export const PLATFORMS = ["youtube", "tiktok", "instagram", "amazon"] as const;
export type Platform = (typeof PLATFORMS)[number];

/**
 * Why a verified channel counts no more. `taken_over`: its handle belongs to another channel now. `gone`: the platform has no such channel.
 * `same_channel`: it turned out to be one that somebody else verified first.
 */
export const CHANNEL_LOSSES = ["taken_over", "gone", "same_channel"] as const;
export type ChannelLoss = (typeof CHANNEL_LOSSES)[number];

export const CATEGORIES = [
  "home",
  "kitchen",
  "beauty",
  "fitness",
  "outdoors",
  "tech",
  "pets",
  "baby",
  "fashion",
  "toys",
  "office",
  "food",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What Stripe still wants before it lets transfers through, as it last told us. */
export type AccountRequirements = {
  currently_due: string[];
  disabled_reason: string | null;
  /** What was wrong with what was given, in Stripe's code and words. Absent in what was kept before this was read. */
  errors?: { code: string; reason: string }[];
};

/** The bank sent a payout back: Stripe's failure code, in whose words, and when that payout was made. The money is in the creator's Stripe balance. */
export type PayoutFailure = {
  payout_id: string;
  code: string;
  message: string;
  amount_minor: number;
  currency: string;
  at: string;
};
