/** What a creator needs to apply. */
import { useTranslation } from "react-i18next";
import { Checkbox, Field, FieldRow, TextInput } from "@/app/ui/form";
import type { FieldsProps } from "../wizard";

export function WhoFields({ field }: FieldsProps) {
  const { t } = useTranslation("brand");
  return (
    <>
      <Field meta={field("countries")} label={t("form.countries")} hint={t("form.countries_hint")} optional>
        <TextInput spellCheck={false} />
      </Field>
      <FieldRow>
        {(["min_followers", "min_engagement", "min_delivery", "max_open_jobs"] as const).map((name) => (
          <Field
            key={name}
            meta={field(name)}
            label={t(`form.${name}`)}
            hint={name === "max_open_jobs" ? t("form.max_open_jobs_hint") : undefined}
          >
            <TextInput inputMode="decimal" />
          </Field>
        ))}
      </FieldRow>
      <Checkbox
        name="requires_storefront"
        defaultChecked={field("requires_storefront").initialValue === "on"}
        label={t("form.requires_storefront")}
      />
    </>
  );
}
