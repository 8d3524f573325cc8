/** Where the post appears and what it has to show and say. */

import { PLATFORMS } from "@/app/domain/creator/vocabulary";
import brandFormTexts from "@/app/i18n/en/brand/form";
import commonTexts from "@/app/i18n/en/common";
import { useTexts } from "@/app/i18n/use-texts";
import { Checkbox, CheckboxGroup, Field, TextArea, TextInput } from "@/app/ui/form";
import type { FieldsProps } from "../wizard";

export function BriefFields({ field }: FieldsProps) {
  const t = useTexts(brandFormTexts);
  const tCommon = useTexts(commonTexts);
  return (
    <>
      <Field meta={field("channels")} label={t("channels")} group>
        <CheckboxGroup choices={PLATFORMS.map((value) => ({ value, label: tCommon(`platform.${value}`) }))} />
      </Field>
      <Field meta={field("summary")} label={t("summary")} hint={t("summary_hint")}>
        <TextArea rows={5} maxLength={2_000} />
      </Field>
      {(["must_show", "must_say", "must_not_say"] as const).map((name) => (
        <Field key={name} meta={field(name)} label={t(`${name}`)} hint={t("one_per_line")} optional>
          <TextArea rows={3} />
        </Field>
      ))}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field meta={field("hashtags")} label={t("hashtags")} hint={t("hashtags_hint")} optional>
          <TextInput />
        </Field>
        <Field meta={field("mentions")} label={t("mentions")} hint={t("mentions_hint")} optional>
          <TextInput />
        </Field>
        <Field meta={field("min_length")} label={t("min_length")} hint={t("min_length_hint")}>
          <TextInput inputMode="numeric" />
        </Field>
      </div>
      <Checkbox
        name="require_product_link"
        defaultChecked={field("require_product_link").initialValue === "on"}
        label={t("require_product_link")}
      />
    </>
  );
}
