/** Contesting one's standing, and what came of it. */
import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { StandingReport } from "@/app/domain/standing/queries/standing";
import { useFormat } from "@/app/i18n/use-format";
import { Badge } from "@/app/ui/badge";
import { SubmitButton } from "@/app/ui/button";
import { Card, Section } from "@/app/ui/card";
import { Field, FormErrors, TextArea } from "@/app/ui/form";
import { DateTime } from "@/app/ui/moments";

type Props = { until: Date; typed: string; errors: readonly string[] };

export function AppealForm({ until, typed, errors }: Props) {
  const { t } = useTranslation("creator");
  return (
    <Section title={t("standing.appeal")} description={t("standing.appeal_lead", { until })}>
      <Card>
        <Form method="post" className="space-y-4">
          <FormErrors errors={errors} />
          <Field
            meta={{ name: "statement", initialValue: typed }}
            label={t("standing.statement")}
            hint={t("standing.statement_hint")}
          >
            <TextArea rows={6} required minLength={20} maxLength={4000} />
          </Field>
          <SubmitButton>{t("standing.send")}</SubmitButton>
        </Form>
      </Card>
    </Section>
  );
}

const TONES = { open: "info", lifted: "success", kept: "danger" } as const;

export function Appeals({ appeals }: { appeals: SerializeFrom<StandingReport>["appeals"] }) {
  const { t } = useTranslation("creator");
  const format = useFormat();
  if (appeals.length === 0) return null;
  return (
    <Section title={t("standing.appeals")}>
      <ul className="space-y-4">
        {appeals.map((appeal) => (
          <Card key={appeal.id} as="li" className="space-y-2">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <DateTime at={appeal.created_at} className="text-sm text-ink-soft" />
              <Badge tone={TONES[appeal.status]}>{t(`standing.appeal_status.${appeal.status}`)}</Badge>
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
