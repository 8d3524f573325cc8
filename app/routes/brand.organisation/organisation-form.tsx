/** The organisation's own words: the same form for making it and for changing it. */
import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type Refused, refusalText } from "@/app/i18n/refusal-text";
import { useFormat } from "@/app/i18n/use-format";
import { COUNTRIES, TIME_ZONES } from "@/app/lib/places";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { Field, FieldRow, FormErrors, Select, TextArea, TextInput } from "@/app/ui/form";

type Stored = { name: string; about: string; website: string; country: string; time_zone: string };
type Props = {
  answered: { result: SubmissionResult<string[]>; refusal: Refused | null } | undefined;
  stored: Stored | null;
  /** Where a new organisation is likely to be: the zone of the browser. */
  time_zone?: string;
};

export function OrganisationForm({ answered, stored, time_zone = "UTC" }: Props) {
  const { t } = useTranslation(["brand", "errors"]);
  const { t: sayError } = useTranslation("errors");
  const format = useFormat();
  const own_zone = stored?.time_zone ?? time_zone;
  const known: readonly string[] = TIME_ZONES;
  const zones = known.includes(own_zone) ? known : [own_zone, ...known];
  const [form, fields] = useForm<Stored>({
    id: "organisation",
    lastResult: answered?.result,
    defaultValue: stored ?? { time_zone, country: "" },
    shouldRevalidate: "onInput",
  });
  return (
    <Card>
      <Form method="post" {...getFormProps(form)} className="space-y-5">
        <input type="hidden" name="intent" value="organisation" />
        <FormErrors form={form} errors={answered?.refusal ? [refusalText(sayError, answered.refusal)] : []} />
        <Field meta={fields.name} label={t("organisation.name")}>
          <TextInput autoComplete="organization" />
        </Field>
        <Field
          meta={fields.about}
          label={t("organisation.about")}
          hint={t("organisation.about_hint")}
          optional
        >
          <TextArea />
        </Field>
        <Field meta={fields.website} label={t("organisation.website")} optional>
          <TextInput type="url" inputMode="url" placeholder="https://" />
        </Field>
        <FieldRow>
          <Field meta={fields.country} label={t("organisation.country")}>
            <Select
              placeholder
              options={COUNTRIES.map((code) => ({ value: code, label: format.country(code) }))}
            />
          </Field>
          <Field
            meta={fields.time_zone}
            label={t("organisation.time_zone")}
            hint={t("organisation.time_zone_hint")}
          >
            <Select options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))} />
          </Field>
        </FieldRow>
        <SubmitButton>{stored ? t("organisation.save") : t("organisation.create")}</SubmitButton>
      </Form>
    </Card>
  );
}
