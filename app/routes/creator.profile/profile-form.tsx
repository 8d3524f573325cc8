/** A creator's public words: the same form for making the profile and for changing it. */
import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type Refused, refusalText } from "@/app/i18n/refusal-text";
import { useFormat } from "@/app/i18n/use-format";
import { COUNTRIES } from "@/app/lib/places";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { CheckboxGroup, Field, FormErrors, Select, TextArea, TextInput } from "@/app/ui/form";
import { CATEGORIES } from "@/db/schema/creator";

type Stored = { handle: string; display_name: string; bio: string; country: string; categories: string[] };
type Props = {
  answered: { result: SubmissionResult<string[]>; refusal: Refused | null } | undefined;
  stored: Stored | null;
};

export function ProfileForm({ answered, stored }: Props) {
  const { t } = useTranslation(["creator", "common"]);
  const { t: sayError } = useTranslation("errors");
  const format = useFormat();
  const [form, fields] = useForm<Stored>({
    id: "profile",
    lastResult: answered?.result,
    defaultValue: stored ?? { country: "", categories: [] },
    shouldRevalidate: "onInput",
  });
  return (
    <Card>
      <Form method="post" {...getFormProps(form)} className="space-y-5">
        <FormErrors
          errors={[
            ...(form.errors ?? []),
            ...(answered?.refusal ? [refusalText(sayError, answered.refusal)] : []),
          ]}
        />
        <Field meta={fields.handle} label={t("profile.handle")} hint={t("profile.handle_hint")}>
          <TextInput before="@" autoCapitalize="none" spellCheck={false} />
        </Field>
        <Field meta={fields.display_name} label={t("profile.display_name")}>
          <TextInput autoComplete="name" />
        </Field>
        <Field meta={fields.bio} label={t("profile.bio")} hint={t("profile.bio_hint")} optional>
          <TextArea />
        </Field>
        <Field meta={fields.country} label={t("profile.country")} hint={t("profile.country_hint")}>
          <Select
            placeholder
            options={COUNTRIES.map((code) => ({ value: code, label: format.country(code) }))}
          />
        </Field>
        <Field meta={fields.categories} label={t("profile.categories")} group optional>
          <CheckboxGroup
            columns={3}
            choices={CATEGORIES.map((value) => ({ value, label: t(`common:category.${value}`) }))}
          />
        </Field>
        <SubmitButton>{stored ? t("profile.save") : t("profile.create")}</SubmitButton>
      </Form>
    </Card>
  );
}
