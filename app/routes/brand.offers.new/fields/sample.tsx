/** How the sample reaches the creator. What a choice needs is asked for below it. */

import { SAMPLE_MODES } from "@/app/domain/offer/vocabulary";
import brandFormTexts from "@/app/i18n/en/brand/form";
import { useTexts } from "@/app/i18n/use-texts";
import { Field, RadioCards, TextInput } from "@/app/ui/form";
import type { FieldsProps } from "../wizard";

export function SampleFields({ field }: FieldsProps) {
  const t = useTexts(brandFormTexts);
  return (
    <div className="group/sample space-y-5">
      <Field meta={field("sample_mode")} label={t("sample_how")} group>
        <RadioCards
          choices={SAMPLE_MODES.map((value) => ({
            value,
            label: t(`sample.${value}`),
            hint: t(`sample.${value}_hint`),
          }))}
        />
      </Field>
      <Field
        meta={field("cap")}
        label={t("cap")}
        hint={t("cap_hint")}
        className="hidden max-w-xs group-has-[[value=purchase]:checked]/sample:block"
      >
        <TextInput inputMode="decimal" />
      </Field>
      <Field
        meta={field("sample_code")}
        label={t("sample_code")}
        hint={t("sample_code_hint")}
        optional
        className="hidden max-w-xs group-has-[[value=code]:checked]/sample:block"
      >
        <TextInput autoComplete="off" />
      </Field>
    </div>
  );
}
