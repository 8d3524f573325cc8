/** What a creator needs to apply. */
import brandFormTexts from "@/app/i18n/en/brand/form";
import { useTexts } from "@/app/i18n/use-texts";
import { Checkbox, Field, FieldRow, TextInput } from "@/app/ui/form";
import type { FieldsProps } from "../wizard";

export function WhoFields({ field }: FieldsProps) {
  const t = useTexts(brandFormTexts);
  return (
    <>
      <Field meta={field("countries")} label={t("countries")} hint={t("countries_hint")} optional>
        <TextInput spellCheck={false} />
      </Field>
      <FieldRow>
        {(["min_followers", "min_engagement", "min_delivery", "max_open_jobs"] as const).map((name) => (
          <Field
            key={name}
            meta={field(name)}
            label={t(`${name}`)}
            hint={name === "min_delivery" ? undefined : t(`${name}_hint`)}
          >
            <TextInput inputMode="decimal" />
          </Field>
        ))}
      </FieldRow>
      <Checkbox
        name="requires_storefront"
        defaultChecked={field("requires_storefront").initialValue === "on"}
        label={t("requires_storefront")}
      />
    </>
  );
}
