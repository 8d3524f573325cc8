/** What stands on invoices and statements. */
import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Billing } from "@/app/domain/brand/billing";
import { type Refused, refusalText } from "@/app/i18n/refusal-text";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { Field, FormErrors, TextArea, TextInput } from "@/app/ui/form";

type Props = {
  answered: { result: SubmissionResult<string[]>; refusal: Refused | null } | undefined;
  stored: Billing;
};

export function BillingForm({ answered, stored }: Props) {
  const { t } = useTranslation("billing");
  const { t: sayError } = useTranslation("errors");
  const [form, fields] = useForm<Billing>({
    id: "billing",
    lastResult: answered?.result,
    defaultValue: stored,
    shouldRevalidate: "onInput",
  });
  return (
    <Card>
      <Form method="post" {...getFormProps(form)} className="space-y-5">
        <FormErrors form={form} errors={answered?.refusal ? [refusalText(sayError, answered.refusal)] : []} />
        <Field
          meta={fields.legal_name}
          label={t("billing.legal_name")}
          hint={t("billing.legal_name_hint")}
          optional
        >
          <TextInput />
        </Field>
        <Field meta={fields.billing_address} label={t("billing.address")} optional>
          <TextArea rows={2} />
        </Field>
        <Field meta={fields.tax_id} label={t("billing.tax_id")} optional>
          <TextInput />
        </Field>
        <SubmitButton name="intent" value="billing" variant="secondary">
          {t("billing.save")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
