/** Where samples go. */
import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireCreator } from "@/app/auth/session";
import { addressSchema, saveAddress } from "@/app/domain/creator/profile";
import { readProfile } from "@/app/domain/creator/queries";
import { zodMessages } from "@/app/i18n/form-messages";
import { getT } from "@/app/i18n/server";
import { useFormat } from "@/app/i18n/use-format";
import { COUNTRIES } from "@/app/lib/places";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader } from "@/app/ui/card";
import { Field, FormErrors, Select, TextInput } from "@/app/ui/form";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireCreator(request);
  const { creator, address } = await readProfile(db, actor.creator_id);
  return { address, country: creator.country, saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireCreator(request);
  const submission = parseWithZod(await request.formData(), {
    schema: addressSchema,
    error: zodMessages(await getT(request, "errors")),
  });
  if (submission.status !== "success") return data({ result: submission.reply() }, { status: 422 });
  await transact((tx) => saveAddress(tx, actor, submission.value));
  return redirect("/creator/address?saved=1");
}

const FIELDS = [
  ["full_name", "name"],
  ["line1", "address-line1"],
  ["line2", "address-line2"],
  ["city", "address-level2"],
  ["region", "address-level1"],
  ["postal_code", "postal-code"],
] as const;
const OPTIONAL: readonly string[] = ["line2", "region"];

export default function Address() {
  const { t } = useTranslation("creator");
  const format = useFormat();
  const { address, country, saved } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const [form, fields] = useForm<Record<(typeof FIELDS)[number][0] | "country" | "phone", string>>({
    id: "address",
    lastResult: answered?.result,
    defaultValue: address ?? { country },
    shouldRevalidate: "onInput",
  });
  return (
    <PageBody narrow>
      <PageHeader title={t("address.title")} description={t("address.lead")} />
      {saved && !answered ? <Callout tone="success">{t("address.saved")}</Callout> : null}
      <Card>
        <Form method="post" {...getFormProps(form)} className="space-y-5">
          <FormErrors errors={form.errors} />
          {FIELDS.map(([name, autoComplete]) => (
            <Field
              key={name}
              meta={fields[name]}
              label={t(`address.${name}`)}
              optional={OPTIONAL.includes(name)}
            >
              <TextInput autoComplete={autoComplete} />
            </Field>
          ))}
          <Field meta={fields.country} label={t("address.country")}>
            <Select options={COUNTRIES.map((code) => ({ value: code, label: format.country(code) }))} />
          </Field>
          <Field meta={fields.phone} label={t("address.phone")} optional>
            <TextInput type="tel" autoComplete="tel" />
          </Field>
          <SubmitButton>{t("address.save")}</SubmitButton>
        </Form>
      </Card>
    </PageBody>
  );
}
