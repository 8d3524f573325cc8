/** The form that puts a channel on the list. */

import { Form } from "@remix-run/react";
import { PLATFORMS } from "@/app/domain/creator/vocabulary";
import commonTexts from "@/app/i18n/en/common";
import creatorChannelsTexts from "@/app/i18n/en/creator/channels";
import { useTexts } from "@/app/i18n/use-texts";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { Field, FieldRow, FormErrors, RadioCards, TextInput, useAnswer, useForm } from "@/app/ui/form";
import { PlatformIcon } from "@/app/ui/platform-icon";

export function AddChannel() {
  const t = useTexts(creatorChannelsTexts);
  const tCommon = useTexts(commonTexts);
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
        <Field group meta={form.field("platform")} label={t("platform")}>
          <RadioCards
            choices={PLATFORMS.map((platform) => ({
              value: platform,
              label: tCommon(`platform.${platform}`),
              icon: <PlatformIcon platform={platform} />,
            }))}
          />
        </Field>
        <Field meta={form.field("handle")} label={t("handle")} hint={t("handle_hint")}>
          <TextInput autoCapitalize="none" spellCheck={false} />
        </Field>
        <FieldRow>
          <Field meta={form.field("followers")} label={t("followers")} hint={t("followers_hint")}>
            <TextInput inputMode="numeric" />
          </Field>
          <Field
            optional
            meta={form.field("engagement_percent")}
            label={t("engagement")}
            hint={t("engagement_hint")}
          >
            <TextInput inputMode="decimal" after="%" />
          </Field>
        </FieldRow>
        <SubmitButton>{t("add")}</SubmitButton>
      </Form>
    </Card>
  );
}
