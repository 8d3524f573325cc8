/** The wizard's steps, and which fields each of them asks for. */
import { POLICY_LIMITS } from "@/app/domain/policy/policy";
import type { Typed } from "./fresh-offer";

export const STEPS = ["product", "sample", "brief", "who", "terms"] as const;
export type StepName = (typeof STEPS)[number];

export const FIELDS: Readonly<Record<StepName, readonly string[]>> = {
  product: [
    "title",
    "product_title",
    "category",
    "asin",
    "product_url",
    "marketplace_country",
    "currency",
    "retail_value",
    "photo_ids",
    "photos",
  ],
  sample: ["sample_mode", "cap", "sample_code"],
  brief: [
    "channels",
    "summary",
    "must_show",
    "must_say",
    "must_not_say",
    "hashtags",
    "mentions",
    "min_length",
    "require_product_link",
  ],
  who: [
    "countries",
    "min_followers",
    "min_engagement",
    "min_delivery",
    "max_open_jobs",
    "requires_storefront",
  ],
  terms: [
    "fee",
    "slots",
    "licence_kind",
    "licence_days",
    "policy",
    ...Object.keys(POLICY_LIMITS).map((term) => `policy.${term}`),
  ],
};

/** Fields of several values each. */
export const LISTS: ReadonlySet<string> = new Set(["channels", "photo_ids"]);

export function stepOf(text: string | null): StepName {
  return STEPS.find((step) => step === text) ?? STEPS[0];
}

export function stepAfter(step: StepName): StepName | undefined {
  return STEPS[STEPS.indexOf(step) + 1];
}

export function stepBefore(step: StepName): StepName | undefined {
  return STEPS[STEPS.indexOf(step) - 1];
}

/** What one step's form says, whole: a box that is not ticked is not sent, and means no. */
export function fieldsOfStep(step: StepName, typed: Typed): Typed {
  return Object.fromEntries(
    FIELDS[step]
      .filter((name) => name !== "photos" && name !== "policy")
      .map((name) => [name, typed[name] ?? (LISTS.has(name) ? [] : "")]),
  );
}

type Findings = Record<string, string[]>;

/** Of all that is wrong, what this step can mend. */
export function findingsOf(step: StepName, findings: Findings): Findings {
  return Object.fromEntries(Object.entries(findings).filter(([name]) => FIELDS[step].includes(name)));
}

/** Steps that were saved and have nothing wrong in them. */
export function stepsDone(saved: Typed, findings: Findings): StepName[] {
  return STEPS.filter(
    (step) =>
      FIELDS[step].some((name) => saved[name] !== undefined) &&
      Object.keys(findingsOf(step, findings)).length === 0,
  );
}
