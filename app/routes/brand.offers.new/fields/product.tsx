/** What is it, where is it sold, what does it look like. */

import { CATEGORIES } from "@/app/domain/creator/vocabulary";
import brandFormTexts from "@/app/i18n/en/brand/form";
import commonTexts from "@/app/i18n/en/common";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { CURRENCIES } from "@/app/lib/money";
import { COUNTRIES } from "@/app/lib/places";
import { Field, FieldRow, Select, TextInput } from "@/app/ui/form";
import type { FieldsProps } from "../wizard";
import { Photos } from "./photos";

export function ProductFields({ field, typed }: FieldsProps) {
  const t = useTexts(brandFormTexts);
  const tCommon = useTexts(commonTexts);
  const format = useFormat();
  return (
    <>
      <Field meta={field("title")} label={t("title")} hint={t("title_hint")}>
        <TextInput maxLength={120} />
      </Field>
      <FieldRow>
        <Field meta={field("product_title")} label={t("product_title")}>
          <TextInput maxLength={200} />
        </Field>
        <Field meta={field("category")} label={t("category")}>
          <Select
            placeholder
            options={CATEGORIES.map((value) => ({ value, label: tCommon(`category.${value}`) }))}
          />
        </Field>
        <Field meta={field("asin")} label={t("asin")} hint={t("asin_hint")} optional>
          <TextInput maxLength={10} spellCheck={false} />
        </Field>
        <Field meta={field("product_url")} label={t("product_url")} hint={t("product_url_hint")} optional>
          <TextInput type="url" inputMode="url" placeholder="https://" />
        </Field>
        <Field meta={field("marketplace_country")} label={t("country")}>
          <Select options={COUNTRIES.map((code) => ({ value: code, label: format.country(code) }))} />
        </Field>
        <Field meta={field("currency")} label={t("currency")}>
          <Select options={CURRENCIES.map((value) => ({ value, label: value }))} />
        </Field>
        <Field meta={field("retail_value")} label={t("retail_value")} optional>
          <TextInput inputMode="decimal" />
        </Field>
      </FieldRow>
      <Photos
        meta={{ ...field("photos"), initialValue: undefined }}
        photo_ids={(typed.photo_ids as string[] | undefined) ?? []}
      />
    </>
  );
}
