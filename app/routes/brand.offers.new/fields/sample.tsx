/** How the sample reaches the creator. What a choice needs is asked for below it. */
import { useTranslation } from "react-i18next";
import { SAMPLE_MODES } from "@/app/domain/offer/vocabulary";
import { Field, RadioCards, TextInput } from "@/app/ui/form";
import type { FieldsProps } from "../wizard";

export function SampleFields({ field }: FieldsProps) {
  const { t } = useTranslation("brand");
  return (
    <div className="group/sample space-y-5">
      <Field meta={field("sample_mode")} label={t("form.sample_how")} group>
        <RadioCards
          choices={SAMPLE_MODES.map((value) => ({
            value,
            label: t(`form.sample.${value}`),
            hint: t(`form.sample.${value}_hint`),
          }))}
        />
      </Field>
      <Field
        meta={field("cap")}
        label={t("form.cap")}
        hint={t("form.cap_hint")}
        className="hidden max-w-xs group-has-[[value=purchase]:checked]/sample:block"
      >
        <TextInput inputMode="decimal" />
      </Field>
      <Field
        meta={field("sample_code")}
        label={t("form.sample_code")}
        hint={t("form.sample_code_hint")}
        optional
        className="hidden max-w-xs group-has-[[value=code]:checked]/sample:block"
      >
        <TextInput autoComplete="off" />
      </Field>
    </div>
  );
}
