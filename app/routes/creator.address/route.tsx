/** Where samples go, and who gets to see it. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireCreator } from "@/app/auth/session";
import { addressSchema, saveAddress } from "@/app/domain/creator/profile";
import { readProfile } from "@/app/domain/creator/queries/profile";
import creatorAddressTexts from "@/app/i18n/en/creator/address";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { formAction } from "@/app/lib/forms/form-action";
import { COUNTRIES } from "@/app/lib/places";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader } from "@/app/ui/card";
import { Flash } from "@/app/ui/flash";
import { Field, FieldRow, FormErrors, Select, TextInput, useAnswer, useForm } from "@/app/ui/form";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";

export async function loader({ request }: LoaderFunctionArgs) {
  const { creator_id } = await requireCreator(request);
  const { creator, address } = await readProfile(db, { creator_id });
  return { address: address ?? { full_name: creator.display_name, country: creator.country } };
}

export const action = formAction({
  authorize: requireCreator,
  schema: addressSchema,
  run: async ({ actor, input }) => {
    await transact((tx) => saveAddress(tx, actor, input));
    return redirect("/creator/address?saved=1");
  },
});

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, creatorAddressTexts)("title"), "");

export default function Address() {
  const t = useTexts(creatorAddressTexts);
  const format = useFormat();
  const { address } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const form = useForm({ answer: useAnswer(), stored: address });
  return (
    <PageBody narrow>
      <PageHeader title={t("title")} description={t("lead")} />
      {search.has("saved") ? <Flash>{t("saved")}</Flash> : null}
      <Callout title={t("privacy_title")}>{t("privacy")}</Callout>
      <Card>
        <Form method="post" {...form.props} className="space-y-5">
          <FormErrors form={form} />
          <Field meta={form.field("full_name")} label={t("full_name")}>
            <TextInput autoComplete="name" required maxLength={100} />
          </Field>
          <Field meta={form.field("country")} label={t("country")}>
            <Select
              placeholder
              autoComplete="country"
              options={COUNTRIES.map((code) => ({ value: code, label: format.country(code) }))}
            />
          </Field>
          <Field meta={form.field("line1")} label={t("line1")}>
            <TextInput autoComplete="address-line1" required maxLength={200} />
          </Field>
          <Field meta={form.field("line2")} label={t("line2")} optional>
            <TextInput autoComplete="address-line2" maxLength={200} />
          </Field>
          <FieldRow>
            <Field meta={form.field("city")} label={t("city")}>
              <TextInput autoComplete="address-level2" required maxLength={100} />
            </Field>
            <Field meta={form.field("region")} label={t("region")}>
              <TextInput autoComplete="address-level1" maxLength={100} />
            </Field>
            <Field meta={form.field("postal_code")} label={t("postal_code")}>
              <TextInput autoComplete="postal-code" required maxLength={20} />
            </Field>
            <Field meta={form.field("phone")} label={t("phone")} hint={t("phone_hint")} optional>
              <TextInput type="tel" autoComplete="tel" />
            </Field>
          </FieldRow>
          <SubmitButton>{t("save")}</SubmitButton>
        </Form>
      </Card>
    </PageBody>
  );
}
