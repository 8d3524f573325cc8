/** The price of a post, how many, what the brand may do with it, and the rules that differ from the usual ones. */

import { POLICY_LIMITS, type PolicyTerm } from "@/app/domain/policy/policy";
import brandFormTexts from "@/app/i18n/en/brand/form";
import policyTexts from "@/app/i18n/en/policy";
import { useTexts } from "@/app/i18n/use-texts";
import { Disclosure } from "@/app/ui/disclosure";
import { Field, FieldRow, FormErrors, Select, TextInput } from "@/app/ui/form";
import { usePolicyValue } from "@/app/ui/policy-terms";
import type { FieldsProps } from "../wizard";

const TERMS = Object.keys(POLICY_LIMITS) as PolicyTerm[];

export function TermsFields({ field, typed }: FieldsProps) {
  const t = useTexts(brandFormTexts);
  return (
    <>
      <FieldRow>
        <Field
          meta={field("fee")}
          label={t("fee_in", { currency: String(typed.currency ?? "USD") })}
          hint={t("fee_hint")}
        >
          <TextInput inputMode="decimal" />
        </Field>
        <Field meta={field("slots")} label={t("slots")}>
          <TextInput inputMode="numeric" />
        </Field>
      </FieldRow>
      <FieldRow>
        <Field meta={field("licence_kind")} label={t("licence")}>
          <Select
            options={(["organic", "paid"] as const).map((value) => ({
              value,
              label: t(`licence_kind.${value}`),
            }))}
          />
        </Field>
        <Field meta={field("licence_days")} label={t("licence_days")}>
          <TextInput inputMode="numeric" />
        </Field>
      </FieldRow>
      <Rules field={field} />
    </>
  );
}

function Rules({ field }: Pick<FieldsProps, "field">) {
  const t = useTexts(policyTexts);
  const tForm = useTexts(brandFormTexts);
  const say = usePolicyValue();
  const { errors } = field("policy");
  const wrong = Boolean(errors) || TERMS.some((term) => field(`policy.${term}`).errors);
  return (
    <>
      <p className="text-sm text-ink-soft">{tForm("rules_hint")}</p>
      <FormErrors errors={errors} />
      <Disclosure look="box" open={wrong} label={t("title")}>
        <FieldRow>
          {TERMS.map((term) => {
            const [min, , max] = POLICY_LIMITS[term];
            return (
              <Field
                key={term}
                meta={field(`policy.${term}`)}
                label={t(`term.${term}`)}
                hint={t("limits", { min: say(term, min), max: say(term, max) })}
              >
                <TextInput inputMode="numeric" />
              </Field>
            );
          })}
        </FieldRow>
      </Disclosure>
    </>
  );
}
