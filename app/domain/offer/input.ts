/** What the wizard hands in, step by step. Messages are codes with a text in both languages (`errors:field.<code>`). */
import { z } from "zod";
import { CATEGORIES, PLATFORMS } from "@/app/domain/creator/vocabulary";
import { SAMPLE_MODES } from "@/app/domain/offer/vocabulary";
import { CURRENCIES, chargeProblem, stepOf } from "@/app/lib/money";
import { policySchema } from "../policy/schema";
import { findBriefFault } from "./brief-rules";
import { MAX_SLOTS, platformFee } from "./fee";
import { briefSchema, eligibilitySchema, licenceSchema } from "./terms";

/** How many creators an offer wants, or wants besides. */
export const slotsSchema = z
  .number({ error: "slots_missing" })
  .int("slots_missing")
  .min(1, "slots_missing")
  .max(MAX_SLOTS, "slots_too_many");

const text = (min: number, max: number, missing: string) =>
  z.string({ error: missing }).trim().min(min, missing).max(max, "too_long");

/** Ten ASIN characters; Amazon's own start with B0, books have their ISBN. */
const asin = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^(?:[A-Z0-9]{10})?$/, "asin_invalid")
  .default("");
const product_url = z
  .string()
  .trim()
  .max(2_000, "too_long")
  .refine(
    (value) => value === "" || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
    "url_invalid",
  )
  .default("");
const country = z.string({ error: "country_missing" }).regex(/^[A-Z]{2}$/, "country_missing");

export const offerInputSchema = z
  .object({
    title: text(5, 120, "title_missing"),
    category: z.enum(CATEGORIES, { error: "category_missing" }),
    product_title: text(2, 200, "product_title_missing"),
    product_url,
    asin,
    marketplace_country: country,
    retail_value_minor: z
      .number({ error: "amount_missing" })
      .int("amount_missing")
      .min(0, "amount_missing")
      .max(10_000_000_00, "amount_too_large"),
    currency: z.enum(CURRENCIES as [string, ...string[]], { error: "currency_missing" }),
    fee_minor: z
      .number({ error: "fee_missing" })
      .int("fee_missing")
      .min(1, "fee_missing")
      .max(10_000_000_00, "amount_too_large"),
    slots: slotsSchema,
    channels: z.array(z.enum(PLATFORMS)).min(1, "channels_missing"),
    brief: briefSchema,
    eligibility: eligibilitySchema,
    sample_mode: z.enum(SAMPLE_MODES, { error: "sample_mode_missing" }),
    sample_code: z.string().trim().max(200, "too_long").default(""),
    reimbursement_cap_minor: z
      .number({ error: "amount_missing" })
      .int("amount_missing")
      .min(0, "amount_missing")
      .max(10_000_000_00, "amount_too_large")
      .default(0),
    licence: licenceSchema,
    policy: policySchema,
    closes_at: z.date().nullable().default(null),
  })
  .check(({ value, issues }) => {
    for (const { path, message } of findAcross(value))
      issues.push({ code: "custom", path: [...path], message, input: value });
  });
export type OfferInput = z.infer<typeof offerInputSchema>;

/** Where, and what (a code of `errors:field`). */
export type Finding = { path: readonly string[]; message: string };

/** What is wrong between fields that are each fine. Also for an offer of which other fields are still missing. */
export function findAcross(value: OfferInput): Finding[] {
  const found: Finding[] = [];
  const complain = (path: readonly string[], message: string) => found.push({ path, message });
  if (!value.asin && !value.product_url) complain(["product_url"], "product_link_missing");
  if (value.sample_mode === "purchase" && value.reimbursement_cap_minor === 0)
    complain(["reimbursement_cap_minor"], "cap_missing");
  if (value.sample_mode !== "purchase" && value.reimbursement_cap_minor > 0)
    complain(["reimbursement_cap_minor"], "cap_without_purchase");
  const { brief } = value;
  if (findBriefFault([value.title])) complain(["title"], "asks_for_review");
  if (findBriefFault([brief.summary, ...brief.must_show, ...brief.must_say]))
    complain(["brief", "summary"], "asks_for_review");
  const problem = priceProblem(value);
  if (problem) complain(["fee_minor"], problem);
  return found;
}

/** Every part must be an amount that can move by itself, and all of it one that a card can be charged. */
function priceProblem(value: OfferInput): string | null {
  const { fee_minor, slots, currency, reimbursement_cap_minor } = value;
  if (
    ![fee_minor, slots, reimbursement_cap_minor].every((count) => Number.isSafeInteger(count) && count >= 0)
  )
    return null; // said at the field itself
  if (fee_minor === 0 || slots === 0) return null;
  if ([fee_minor, reimbursement_cap_minor].some((minor) => minor % stepOf(currency) !== 0))
    return "amount_not_movable";
  const platform_fee_minor = platformFee(fee_minor, currency);
  const total_minor = slots * (fee_minor + platform_fee_minor + reimbursement_cap_minor);
  return Number.isSafeInteger(total_minor) ? chargeProblem(total_minor, currency) : "amount_too_large";
}
