/** What stands on invoices and statements. */

import { Form } from "@remix-run/react";
import type { Billing } from "@/app/domain/brand/billing";
import billingDetailsTexts from "@/app/i18n/en/billing/details";
import { useTexts } from "@/app/i18n/use-texts";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { Field, FormErrors, TextArea, TextInput, useAnswer, useForm } from "@/app/ui/form";

export function BillingForm({ stored }: { stored: Billing }) {
  const t = useTexts(billingDetailsTexts);
  const form = useForm({ id: "billing", answer: useAnswer("billing"), stored });
  return (
    <Card>
      <Form method="post" {...form.props} className="space-y-5">
        <FormErrors form={form} />
        <Field meta={form.field("legal_name")} label={t("legal_name")} hint={t("legal_name_hint")} optional>
          <TextInput />
        </Field>
        <Field meta={form.field("billing_address")} label={t("address")} optional>
          <TextArea rows={2} />
        </Field>
        <Field meta={form.field("tax_id")} label={t("tax_id")} optional>
          <TextInput />
        </Field>
        <SubmitButton name="intent" value="billing" variant="secondary">
          {t("save")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
