/** Contesting one's standing, and what came of it. */

import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import type { StandingReport } from "@/app/domain/standing/queries/standing";
import creatorStandingTexts from "@/app/i18n/en/creator/standing";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Badge } from "@/app/ui/badge";
import { SubmitButton } from "@/app/ui/button";
import { Card, Section } from "@/app/ui/card";
import { Field, FormErrors, TextArea, useAnswer, useForm } from "@/app/ui/form";
import { DateTime } from "@/app/ui/moments";

export function AppealForm({ until }: { until: Date }) {
  const form = useForm({ answer: useAnswer() });
  const t = useTexts(creatorStandingTexts);
  return (
    <Section title={t("appeal")} description={t("appeal_lead", { until })}>
      <Card>
        <Form method="post" {...form.props} className="space-y-4">
          <FormErrors form={form} />
          <Field meta={form.field("statement")} label={t("statement")} hint={t("statement_hint")}>
            <TextArea rows={6} required minLength={20} maxLength={4000} />
          </Field>
          <SubmitButton>{t("send")}</SubmitButton>
        </Form>
      </Card>
    </Section>
  );
}

const TONES = { open: "info", lifted: "success", kept: "danger" } as const;

export function Appeals({ appeals }: { appeals: SerializeFrom<StandingReport>["appeals"] }) {
  const t = useTexts(creatorStandingTexts);
  const format = useFormat();
  if (appeals.length === 0) return null;
  return (
    <Section title={t("appeals")}>
      <ul className="space-y-4">
        {appeals.map((appeal) => (
          <Card key={appeal.id} as="li" className="space-y-2">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <DateTime at={appeal.created_at} className="text-sm text-ink-soft" />
              <Badge tone={TONES[appeal.status]}>{t(`appeal_status.${appeal.status}`)}</Badge>
            </div>
            <p className="whitespace-pre-line text-ink-soft">{appeal.statement}</p>
            {appeal.decision_reason && appeal.decided_at ? (
              <p className="border-t border-line pt-2">
                <span className="font-semibold">{format.date(appeal.decided_at)}:</span>{" "}
                {appeal.decision_reason}
              </p>
            ) : null}
          </Card>
        ))}
      </ul>
    </Section>
  );
}
