/** The organisation's own words: the same form for making it and for changing it. */

import { Form } from "@remix-run/react";
import brandOrganisationTexts from "@/app/i18n/en/brand/organisation";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { COUNTRIES, TIME_ZONES } from "@/app/lib/places";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { Field, FieldRow, FormErrors, Select, TextArea, TextInput, useAnswer, useForm } from "@/app/ui/form";

type Stored = { name: string; about: string; website: string; country: string; time_zone: string };
type Props = {
  stored: Stored | null;
  /** Where a new organisation is likely to be: the zone of the browser. */
  time_zone?: string;
};

export function OrganisationForm({ stored, time_zone = "UTC" }: Props) {
  const t = useTexts(brandOrganisationTexts);
  const format = useFormat();
  const own_zone = stored?.time_zone ?? time_zone;
  const known: readonly string[] = TIME_ZONES;
  const zones = known.includes(own_zone) ? known : [own_zone, ...known];
  const form = useForm({
    id: "organisation",
    answer: useAnswer("organisation"),
    stored: stored ?? { time_zone, country: "" },
  });
  return (
    <Card>
      <Form method="post" {...form.props} className="space-y-5">
        <input type="hidden" name="intent" value="organisation" />
        <FormErrors form={form} />
        <Field meta={form.field("name")} label={t("name")}>
          <TextInput autoComplete="organization" />
        </Field>
        <Field meta={form.field("about")} label={t("about")} hint={t("about_hint")} optional>
          <TextArea />
        </Field>
        <Field meta={form.field("website")} label={t("website")} optional>
          <TextInput type="url" inputMode="url" placeholder="https://" />
        </Field>
        <FieldRow>
          <Field meta={form.field("country")} label={t("country")}>
            <Select
              placeholder
              options={COUNTRIES.map((code) => ({ value: code, label: format.country(code) }))}
            />
          </Field>
          <Field meta={form.field("time_zone")} label={t("time_zone")} hint={t("time_zone_hint")}>
            <Select options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))} />
          </Field>
        </FieldRow>
        <SubmitButton>{stored ? t("save") : t("create")}</SubmitButton>
      </Form>
    </Card>
  );
}
