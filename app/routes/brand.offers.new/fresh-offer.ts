/** What the wizard's fields begin with. Apart from `read-form.ts`: browsers load this, and need no schema. */
import { defaultPolicy, POLICY_LIMITS, type PolicyTerm } from "@/app/domain/policy/policy";
import type { Values } from "@/app/lib/forms/answer";

export type Typed = Values;

const TERMS = Object.keys(POLICY_LIMITS) as PolicyTerm[];

/** The fields of a new offer: the usual answers, so that a plain offer needs few of its own. */
export function freshOffer(): Typed {
  const policy = defaultPolicy();
  return {
    currency: "USD",
    marketplace_country: "US",
    slots: "1",
    channels: ["youtube"],
    require_product_link: "on",
    min_length: "0",
    min_followers: "0",
    min_engagement: "0",
    min_delivery: "0",
    max_open_jobs: "0",
    sample_mode: "shipped",
    licence_kind: "organic",
    licence_days: "90",
    ...Object.fromEntries(TERMS.map((term) => [`policy.${term}`, String(policy[term])])),
  };
}
