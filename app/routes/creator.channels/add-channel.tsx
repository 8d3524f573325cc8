/** The form that puts a channel on the list. */
import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PLATFORMS } from "@/app/domain/creator/vocabulary";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { Field, FieldRow, FormErrors, RadioCards, TextInput } from "@/app/ui/form";
import { PlatformIcon } from "@/app/ui/platform-icon";

type Fields = { platform: string; handle: string; followers: string; engagement_percent: string };

export function AddChannel({ result }: { result: SubmissionResult<string[]> | undefined }) {
  const { t } = useTranslation(["creator", "common"]);
  const [form, fields] = useForm<Fields>({
    id: "add-channel",
    lastResult: result,
    defaultValue: { platform: "youtube" },
    shouldRevalidate: "onInput",
  });
  return (
    <Card>
      <Form method="post" {...getFormProps(form)} className="space-y-5">
        <input type="hidden" name="intent" value="add" />
        <FormErrors form={form} />
        <Field group meta={fields.platform} label={t("channels.platform")}>
          <RadioCards
            choices={PLATFORMS.map((platform) => ({
              value: platform,
              label: t(`common:platform.${platform}`),
              icon: <PlatformIcon platform={platform} />,
            }))}
          />
        </Field>
        <Field meta={fields.handle} label={t("channels.handle")} hint={t("channels.handle_hint")}>
          <TextInput autoCapitalize="none" spellCheck={false} />
        </Field>
        <FieldRow>
          <Field meta={fields.followers} label={t("channels.followers")} hint={t("channels.followers_hint")}>
            <TextInput inputMode="numeric" />
          </Field>
          <Field
            optional
            meta={fields.engagement_percent}
            label={t("channels.engagement")}
            hint={t("channels.engagement_hint")}
          >
            <TextInput inputMode="decimal" after="%" />
          </Field>
        </FieldRow>
        <SubmitButton>{t("channels.add")}</SubmitButton>
      </Form>
    </Card>
  );
}
