/** The words of offers: their states, how a creator gets the product, and the state of a payment. */
export const OFFER_STATUSES = ["unpaid", "funded", "live", "paused", "closed"] as const;
export type OfferStatus = (typeof OFFER_STATUSES)[number];

export const SAMPLE_MODES = ["shipped", "purchase", "code", "none"] as const;
export type SampleMode = (typeof SAMPLE_MODES)[number];

export const PAYMENT_STATUSES = ["pending", "paid", "failed", "expired"] as const;
