/** A policy in plain words, term by term. */

import { POLICY_LIMITS, type Policy, type PolicyTerm } from "@/app/domain/policy/policy";
import policyTexts from "@/app/i18n/en/policy";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";

const TERMS = Object.keys(POLICY_LIMITS) as PolicyTerm[];

/** A term's value with its unit, e.g. "3 business days". */
export function usePolicyValue(): (term: PolicyTerm, value: number) => string {
  const t = useTexts(policyTexts);
  const format = useFormat();
  return (term, value) => {
    if (term.endsWith("_bps")) return value === 0 ? t("unit.none") : format.percent(value);
    const unit = term.endsWith("business_days")
      ? "business_days"
      : term.endsWith("_days")
        ? "days"
        : term.endsWith("_hours")
          ? "hours"
          : "times";
    return t(`unit.${unit}`, { count: value });
  };
}

/** Terms that do not apply to a sample mode may be left out by the caller. */
export function PolicyTerms({ policy, without = [] }: { policy: Policy; without?: readonly PolicyTerm[] }) {
  const t = useTexts(policyTexts);
  const say = usePolicyValue();
  return (
    <section>
      <h3 className="font-semibold">{t("title")}</h3>
      <p className="mt-1 text-sm text-ink-soft">{t("lead")}</p>
      <dl className="mt-3 divide-y divide-line text-sm">
        {TERMS.filter((term) => !without.includes(term)).map((term) => (
          <div key={term} className="flex flex-wrap justify-between gap-x-4 py-1.5">
            <dt className="max-w-[75%] min-w-0 text-ink-soft">{t(`term.${term}`)}</dt>
            <dd className="ml-auto text-right font-medium">{say(term, policy[term])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
