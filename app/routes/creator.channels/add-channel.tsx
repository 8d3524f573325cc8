/** The form that puts a channel on the list. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PLATFORMS } from "@/app/domain/creator/vocabulary";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { Field, FieldRow, FormErrors, RadioCards, TextInput, useAnswer, useForm } from "@/app/ui/form";
import { PlatformIcon } from "@/app/ui/platform-icon";

export function AddChannel() {
  const { t } = useTranslation(["creator", "common"]);
  const form = useForm({
    id: "add-channel",
    answer: useAnswer("add"),
    stored: { platform: "youtube" },
  });
  return (
    <Card>
      <Form method="post" {...form.props} className="space-y-5">
        <input type="hidden" name="intent" value="add" />
        <FormErrors form={form} />
        <Field group meta={form.field("platform")} label={t("channels.platform")}>
          <RadioCards
            choices={PLATFORMS.map((platform) => ({
              value: platform,
              label: t(`common:platform.${platform}`),
              icon: <PlatformIcon platform={platform} />,
            }))}
          />
        </Field>
        <Field meta={form.field("handle")} label={t("channels.handle")} hint={t("channels.handle_hint")}>
          <TextInput autoCapitalize="none" spellCheck={false} />
        </Field>
        <FieldRow>
          <Field
            meta={form.field("followers")}
            label={t("channels.followers")}
            hint={t("channels.followers_hint")}
          >
            <TextInput inputMode="numeric" />
          </Field>
          <Field
            optional
            meta={form.field("engagement_percent")}
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
