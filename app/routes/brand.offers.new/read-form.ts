/** The wizard's fields as an offer: lists from lines, minor units from typed amounts, percentages from what people write. */

import { findAcross, type OfferInput, offerInputSchema } from "@/app/domain/offer/input";
import type { Offer } from "@/app/domain/offer/lock-offer";
import { POLICY_LIMITS, POLICY_VERSION, type PolicyTerm } from "@/app/domain/policy/policy";
import { findingText, zodMessages } from "@/app/i18n/form-messages";
import type { Locale } from "@/app/i18n/locales";
import { type AssetId, isId } from "@/app/lib/ids";
import { Refusal } from "@/app/lib/refusal";
import { parseMoney } from "@/app/ui/form/money-text";
import type { Typed } from "./fresh-offer";

const TERMS = Object.keys(POLICY_LIMITS) as PolicyTerm[];
/** Errors are listed under the fields' own names, in words. */
export function readOffer(
  typed: Typed,
  locale: Locale,
): { input: OfferInput } | { errors: Record<string, string[]> } {
  const text = (name: string) => (typeof typed[name] === "string" ? (typed[name] as string) : "").trim();
  const lines = (name: string) =>
    text(name)
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  const words = (name: string) =>
    text(name)
      .split(/[\s,，]+/)
      .filter(Boolean);
  const number = (name: string) => (text(name) === "" ? 0 : Number(text(name)));
  const currency = text("currency");
  const money = (name: string) =>
    text(name) === "" ? 0 : (parseMoney(text(name), currency || "USD") ?? Number.NaN);
  const purchase = text("sample_mode") === "purchase";
  const raw = {
    title: text("title"),
    category: text("category"),
    product_title: text("product_title"),
    product_url: text("product_url"),
    asin: text("asin"),
    marketplace_country: text("marketplace_country"),
    retail_value_minor: money("retail_value"),
    currency,
    fee_minor: money("fee"),
    slots: number("slots"),
    channels: typed.channels ?? [],
    brief: {
      summary: text("summary"),
      must_show: lines("must_show"),
      must_say: lines("must_say"),
      must_not_say: lines("must_not_say"),
      hashtags: words("hashtags"),
      mentions: words("mentions"),
      require_product_link: text("require_product_link") === "on",
      min_length_seconds: number("min_length"),
    },
    eligibility: {
      countries: words("countries").map((code) => code.toUpperCase()),
      min_followers: number("min_followers"),
      min_engagement_bps: Math.round(number("min_engagement") * 100),
      min_delivery_bps: Math.round(number("min_delivery") * 100),
      max_open_jobs: number("max_open_jobs"),
      requires_storefront: text("requires_storefront") === "on",
    },
    sample_mode: text("sample_mode"),
    sample_code: text("sample_mode") === "code" ? text("sample_code") : "",
    reimbursement_cap_minor: purchase ? money("cap") : 0,
    licence: { kind: text("licence_kind"), days: number("licence_days") },
    policy: {
      version: POLICY_VERSION,
      ...Object.fromEntries(TERMS.map((term) => [term, number(`policy.${term}`)])),
    },
  };
  const read = offerInputSchema.safeParse(raw, { error: zodMessages(locale) });
  if (read.success) return { input: read.data };
  const errors: Record<string, string[]> = {};
  // The schema compares fields only once each of them is fine; a wizard's step must hear it while others are still empty.
  for (const { path, message } of [...read.error.issues, ...findAcross(raw as OfferInput)]) {
    const name = fieldOf(path);
    const text = findingText(locale, message);
    if (!errors[name]?.includes(text)) errors[name] = [...(errors[name] ?? []), text];
  }
  return { errors };
}

/** The pictures' ids among what was typed. @throws Refusal `photo_unknown` for what is no id of a picture */
export function photoIdsOf({ photo_ids = [] }: Typed): AssetId[] {
  return [photo_ids].flat().map((id) => {
    if (!isId("asset", id)) throw new Refusal("photo_unknown");
    return id;
  });
}

/** The field in which a finding of the schema is shown. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [first, second] = path.map(String);
  if (first === "policy") return second ? `policy.${second}` : "policy";
  const inner: Record<string, string> = {
    min_length_seconds: "min_length",
    min_engagement_bps: "min_engagement",
    min_delivery_bps: "min_delivery",
    retail_value_minor: "retail_value",
    fee_minor: "fee",
    reimbursement_cap_minor: "cap",
  };
  if (first === "licence") return second === "days" ? "licence_days" : "licence_kind";
  const name = first === "brief" || first === "eligibility" ? (second ?? first) : (first ?? "");
  return inner[name] ?? name;
}

type Stored = Pick<Offer, keyof OfferInput>;

/** A stored draft as the fields' texts. */
export function typedFrom(offer: Stored, major: (minor: number, currency: string) => string): Typed {
  const on = (yes: boolean) => (yes ? "on" : "");
  return {
    title: offer.title,
    category: offer.category,
    product_title: offer.product_title,
    product_url: offer.product_url,
    asin: offer.asin,
    marketplace_country: offer.marketplace_country,
    retail_value: major(offer.retail_value_minor, offer.currency),
    currency: offer.currency,
    fee: major(offer.fee_minor, offer.currency),
    slots: String(offer.slots),
    channels: offer.channels,
    summary: offer.brief.summary,
    must_show: offer.brief.must_show.join("\n"),
    must_say: offer.brief.must_say.join("\n"),
    must_not_say: offer.brief.must_not_say.join("\n"),
    hashtags: offer.brief.hashtags.join(" "),
    mentions: offer.brief.mentions.join(" "),
    require_product_link: on(offer.brief.require_product_link),
    min_length: String(offer.brief.min_length_seconds),
    countries: offer.eligibility.countries.join(" "),
    min_followers: String(offer.eligibility.min_followers),
    min_engagement: String(offer.eligibility.min_engagement_bps / 100),
    min_delivery: String(offer.eligibility.min_delivery_bps / 100),
    max_open_jobs: String(offer.eligibility.max_open_jobs),
    requires_storefront: on(offer.eligibility.requires_storefront),
    sample_mode: offer.sample_mode,
    sample_code: offer.sample_code,
    cap: offer.reimbursement_cap_minor ? major(offer.reimbursement_cap_minor, offer.currency) : "",
    licence_kind: offer.licence.kind,
    licence_days: String(offer.licence.days),
    ...Object.fromEntries(TERMS.map((term) => [`policy.${term}`, String(offer.policy[term])])),
  };
}
