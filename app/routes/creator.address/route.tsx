/** Where samples go, and who gets to see it. */
import { getFormProps, useForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireCreator } from "@/app/auth/session";
import { type AddressInput, addressSchema, saveAddress } from "@/app/domain/creator/profile";
import { readProfile } from "@/app/domain/creator/queries/profile";
import { zodMessages } from "@/app/i18n/form-messages";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { getT } from "@/app/i18n/server";
import { useFormat } from "@/app/i18n/use-format";
import { COUNTRIES } from "@/app/lib/places";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader } from "@/app/ui/card";
import { Flash } from "@/app/ui/flash";
import { Field, FieldRow, FormErrors, Select, TextInput } from "@/app/ui/form";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";

export async function loader({ request }: LoaderFunctionArgs) {
  const { creator_id } = await requireCreator(request);
  const { creator, address } = await readProfile(db, { creator_id });
  return { address: address ?? { full_name: creator.display_name, country: creator.country } };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireCreator(request);
  const t = await getT(request, "errors");
  const submission = parseWithZod(await request.formData(), { schema: addressSchema, error: zodMessages(t) });
  if (submission.status !== "success") return data(submission.reply(), { status: 422 });
  await transact((tx) => saveAddress(tx, actor, submission.value));
  return redirect("/creator/address?saved=1");
}

export const meta: MetaFunction = ({ matches }) => publicMeta(metaT(matches, "creator")("address.title"), "");

export default function Address() {
  const { t } = useTranslation("creator");
  const { t: sayError } = useTranslation("errors");
  const format = useFormat();
  const { address } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [form, fields] = useForm<AddressInput>({
    lastResult: useActionData<typeof action>(),
    constraint: getZodConstraint(addressSchema),
    defaultValue: address,
    onValidate: ({ formData }) =>
      parseWithZod(formData, { schema: addressSchema, error: zodMessages(sayError) }),
    shouldRevalidate: "onInput",
  });
  return (
    <PageBody narrow>
      <PageHeader title={t("address.title")} description={t("address.lead")} />
      {search.has("saved") ? <Flash>{t("address.saved")}</Flash> : null}
      <Callout title={t("address.privacy_title")}>{t("address.privacy")}</Callout>
      <Card>
        <Form method="post" {...getFormProps(form)} className="space-y-5">
          <FormErrors form={form} />
          <Field meta={fields.full_name} label={t("address.full_name")}>
            <TextInput autoComplete="name" />
          </Field>
          <Field meta={fields.country} label={t("address.country")}>
            <Select
              placeholder
              autoComplete="country"
              options={COUNTRIES.map((code) => ({ value: code, label: format.country(code) }))}
            />
          </Field>
          <Field meta={fields.line1} label={t("address.line1")}>
            <TextInput autoComplete="address-line1" />
          </Field>
          <Field meta={fields.line2} label={t("address.line2")} optional>
            <TextInput autoComplete="address-line2" />
          </Field>
          <FieldRow>
            <Field meta={fields.city} label={t("address.city")}>
              <TextInput autoComplete="address-level2" />
            </Field>
            <Field meta={fields.region} label={t("address.region")}>
              <TextInput autoComplete="address-level1" />
            </Field>
            <Field meta={fields.postal_code} label={t("address.postal_code")}>
              <TextInput autoComplete="postal-code" />
            </Field>
            <Field meta={fields.phone} label={t("address.phone")} hint={t("address.phone_hint")} optional>
              <TextInput type="tel" autoComplete="tel" />
            </Field>
          </FieldRow>
          <SubmitButton>{t("address.save")}</SubmitButton>
        </Form>
      </Card>
    </PageBody>
  );
}
