/** What brands put out: fees in many currencies, samples of every kind, policies within the operator's limits. */
import type { OfferInput } from "@/app/domain/offer/input";
import { CURRENCIES, stepOf } from "@/app/lib/money";
import { offerInput } from "@/factories/offers";
import type { Random } from "../random";

/** Half of all offers are in dollars. */
const DOLLARS = 0.5;

export function inventOffer(random: Random, now_ms: number): OfferInput {
  const currency = random.hits(DOLLARS) ? "USD" : random.of(CURRENCIES);
  const step = stepOf(currency);
  const amount = (min: number, max: number) => random.whole(min / step, max / step) * step;
  const sample_mode = random.weighed({ shipped: 45, none: 30, purchase: 15, code: 10 });
  return offerInput({
    product_url: "https://shop.example.com/lamp",
    asin: "",
    retail_value_minor: amount(1_000, 20_000),
    currency,
    fee_minor: amount(2_000, 60_000),
    slots: random.whole(1, 5),
    channels: ["youtube", "tiktok", "instagram"],
    brief: { require_product_link: false },
    sample_mode,
    sample_code: sample_mode === "code" ? "LAMP-2026" : "",
    reimbursement_cap_minor: sample_mode === "purchase" ? amount(1_000, 8_000) : 0,
    policy: {
      review_window_days: random.of([3, 5, 7]),
      content_window_days: random.whole(5, 14),
      revisions: random.of([0, 1, 2]),
      monitoring_days: random.of([7, 7, 14, 30]),
      holdback_bps: random.of([0, 0, 1_000, 3_000]),
    },
    closes_at: random.hits(0.25) ? new Date(now_ms + random.days(6, 40)) : null,
  });
}
