/** One step of the wizard: where one is, the fields of this step, and on. It needs no script, and comes back with what was typed. */

import { Form } from "@remix-run/react";
import brandFormTexts from "@/app/i18n/en/brand/form";
import { useTexts } from "@/app/i18n/use-texts";
import type { FieldErrors } from "@/app/lib/forms/answer";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { type FieldMeta, FormErrors, useAnswer, useForm } from "@/app/ui/form";
import { BriefFields } from "./fields/brief";
import { ProductFields } from "./fields/product";
import { SampleFields } from "./fields/sample";
import { TermsFields } from "./fields/terms";
import { WhoFields } from "./fields/who";
import type { Typed } from "./fresh-offer";
import { OfferSteps } from "./offer-steps";
import { type StepName, stepAfter, stepBefore } from "./steps";

export type FieldsProps = {
  field: (name: string) => FieldMeta;
  typed: Typed;
};

const FIELDS: Readonly<Record<StepName, (props: FieldsProps) => JSX.Element>> = {
  product: ProductFields,
  sample: SampleFields,
  brief: BriefFields,
  who: WhoFields,
  terms: TermsFields,
};

type Props = {
  step: StepName;
  done: readonly StepName[];
  typed: Typed;
  /** What is wrong before anything was sent. */
  findings?: FieldErrors;
  /** Before anything is saved there is nothing to go to. */
  hrefOf?: (step: StepName) => string;
  /** What the last step's button says. */
  finish: string;
};

export function Wizard({ step, done, typed: stored, findings, hrefOf, finish }: Props) {
  const t = useTexts(brandFormTexts);
  const answer = useAnswer();
  const typed = { ...stored, ...answer?.values };
  const form = useForm({ id: `offer-${step}`, answer, found: findings, stored });
  const Fields = FIELDS[step];
  return (
    <div className="space-y-6">
      <OfferSteps current={step} done={done} hrefOf={hrefOf} />
      {/* A step of its own for the browser too: no control keeps what another step had typed into it. */}
      <Form
        key={step}
        method="post"
        encType="multipart/form-data"
        {...form.props}
        className="max-w-3xl space-y-6"
      >
        <FormErrors form={form} />
        <Card as="section">
          <h2 className="text-lg font-semibold">{t(`section.${step}`)}</h2>
          <p className="mt-1 mb-5 max-w-prose text-sm text-ink-soft">{t(`step_lead.${step}`)}</p>
          <div className="space-y-5">
            <Fields field={form.field} typed={typed} />
          </div>
        </Card>
        {/* The way on comes first in the order of the page: it is what the Enter key presses. */}
        <div className="flex flex-row-reverse flex-wrap justify-end gap-3">
          <SubmitButton size="lg" name="go" value="on">
            {stepAfter(step) ? t("next") : finish}
          </SubmitButton>
          {stepBefore(step) ? (
            <SubmitButton size="lg" name="go" value="back" variant="secondary">
              {t("back")}
            </SubmitButton>
          ) : null}
        </div>
      </Form>
    </div>
  );
}
