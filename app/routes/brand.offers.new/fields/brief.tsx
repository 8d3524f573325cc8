/** Where the post appears and what it has to show and say. */
import { useTranslation } from "react-i18next";
import { PLATFORMS } from "@/app/domain/creator/vocabulary";
import { Checkbox, CheckboxGroup, Field, TextArea, TextInput } from "@/app/ui/form";
import type { FieldsProps } from "../wizard";

export function BriefFields({ field }: FieldsProps) {
  const { t } = useTranslation(["brand", "common"]);
  return (
    <>
      <Field meta={field("channels")} label={t("form.channels")} group>
        <CheckboxGroup
          choices={PLATFORMS.map((value) => ({ value, label: t(`common:platform.${value}`) }))}
        />
      </Field>
      <Field meta={field("summary")} label={t("form.summary")} hint={t("form.summary_hint")}>
        <TextArea rows={5} maxLength={2_000} />
      </Field>
      {(["must_show", "must_say", "must_not_say"] as const).map((name) => (
        <Field key={name} meta={field(name)} label={t(`form.${name}`)} hint={t("form.one_per_line")} optional>
          <TextArea rows={3} />
        </Field>
      ))}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field meta={field("hashtags")} label={t("form.hashtags")} hint={t("form.hashtags_hint")} optional>
          <TextInput />
        </Field>
        <Field meta={field("mentions")} label={t("form.mentions")} hint={t("form.mentions_hint")} optional>
          <TextInput />
        </Field>
        <Field meta={field("min_length")} label={t("form.min_length")} hint={t("form.min_length_hint")}>
          <TextInput inputMode="numeric" />
        </Field>
      </div>
      <Checkbox
        name="require_product_link"
        defaultChecked={field("require_product_link").initialValue === "on"}
        label={t("form.require_product_link")}
      />
    </>
  );
}
