/** A creator's own words and picture: the same form for making the profile and for changing it. */

import { Form } from "@remix-run/react";
import { CATEGORIES, type Category } from "@/app/domain/creator/vocabulary";
import commonTexts from "@/app/i18n/en/common";
import creatorProfileTexts from "@/app/i18n/en/creator/profile";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { COUNTRIES } from "@/app/lib/places";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import {
  CheckboxGroup,
  Field,
  FileInput,
  FormErrors,
  Select,
  TextArea,
  TextInput,
  useAnswer,
  useForm,
} from "@/app/ui/form";

type Stored = { handle: string; display_name: string; bio: string; country: string; categories: Category[] };
type Props = {
  stored: Partial<Stored>;
  avatar_url?: string | null;
  is_new?: boolean;
};

export function ProfileForm({ stored, avatar_url, is_new = false }: Props) {
  const t = useTexts(creatorProfileTexts);
  const tCommon = useTexts(commonTexts);
  const format = useFormat();
  const form = useForm({ id: "profile", answer: useAnswer(), stored });
  return (
    <Card>
      <Form method="post" encType="multipart/form-data" {...form.props} className="space-y-5">
        <FormErrors form={form} />
        <Field meta={form.field("display_name")} label={t("name")}>
          <TextInput autoComplete="name" maxLength={80} />
        </Field>
        <Field meta={form.field("handle")} label={t("handle")} hint={t("handle_hint")}>
          <TextInput before="@" autoCapitalize="none" spellCheck={false} maxLength={30} />
        </Field>
        <Field meta={form.field("country")} label={t("country")} hint={t("country_hint")}>
          <Select
            placeholder
            options={COUNTRIES.map((code) => ({ value: code, label: format.country(code) }))}
          />
        </Field>
        <Field meta={form.field("bio")} label={t("bio")} hint={t("bio_hint")} optional>
          <TextArea maxLength={1000} />
        </Field>
        <Field
          group
          optional
          meta={form.field("categories")}
          label={t("categories")}
          hint={t("categories_hint")}
        >
          <CheckboxGroup
            columns={3}
            choices={CATEGORIES.map((name) => ({ value: name, label: tCommon(`category.${name}`) }))}
          />
        </Field>
        <Field meta={form.field("avatar")} label={t("avatar")} optional>
          <FileInput stored={avatar_url ? [{ url: avatar_url, alt: "" }] : []} />
        </Field>
        <SubmitButton>{is_new ? t("create") : t("save")}</SubmitButton>
      </Form>
    </Card>
  );
}
