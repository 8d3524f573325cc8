/** One incident: what was expected, what is there, what that means; and the decision, with a reason. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireOperator } from "@/app/auth/session";
import { resolveIncident } from "@/app/domain/audit/incidents";
import { readIncident } from "@/app/domain/audit/queries/incident";
import booksIncidentsTexts from "@/app/i18n/en/books/incidents";
import operatorIncidentsTexts from "@/app/i18n/en/operator/incidents";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { idInPath, orAnswer } from "@/app/lib/answer";
import { formAction } from "@/app/lib/forms/form-action";
import { Badge } from "@/app/ui/badge";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { Field, FormErrors, TextArea, useAnswer, useForm } from "@/app/ui/form";
import { DateTime } from "@/app/ui/moments";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { INCIDENT_TONES } from "../operator.ledger/parts/incident-tones";
import { Id } from "../operator.ledger/parts/text";
import { Figures } from "./figures";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { incident, closed_by } = await orAnswer(readIncident(db, idInPath("incident", params.id)));
  // The jsonb of an incident may hold anything; as text it crosses to the browser unharmed.
  const { expected, found, ...rest } = incident;
  return {
    incident: rest,
    closed_by,
    expected: JSON.stringify(expected),
    found: JSON.stringify(found),
  };
}

export const action = formAction({
  authorize: requireOperator,
  schema: z.object({ words: z.string().trim().max(2_000, "too_long").default("") }),
  run: async ({ actor, params, input: { words } }) => {
    const incident_id = idInPath("incident", params.id);
    await transact((tx) => resolveIncident(tx, actor, { incident_id, words }));
    return redirect(`/operator/incidents/${incident_id}`);
  },
});

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, booksIncidentsTexts)("title"), "");

export default function Incident() {
  const t = useTexts(booksIncidentsTexts);
  const tIncidents = useTexts(operatorIncidentsTexts);
  const { incident, closed_by, expected, found } = useLoaderData<typeof loader>();
  const form = useForm({ answer: useAnswer() });
  const kind = incident.kind as "balance_differs";
  const repair = `repairs.${incident.outcome}`;
  return (
    <PageBody>
      <PageHeader
        back={{ to: `/operator/incidents?status=${incident.status}`, label: t("back") }}
        title={tIncidents(`kinds.${kind}`)}
        badges={<Badge tone={INCIDENT_TONES[incident.status]}>{t(`status.${incident.status}`)}</Badge>}
        description={
          <>
            <Id>{incident.subject}</Id>
            <span className="block text-sm">
              {t("seen")} <DateTime at={incident.created_at} style="minute_long" /> · {t("last_seen")}{" "}
              <DateTime at={incident.last_seen_at} style="minute_long" />
            </span>
          </>
        }
      />
      <FormErrors form={form} />
      {incident.status === "open" ? (
        <Callout tone="warn" title={t("what_now")}>
          {t(`advice.${kind}`)}
        </Callout>
      ) : (
        <Callout
          tone={incident.status === "repaired" ? "success" : "neutral"}
          title={closed_by ? t("closed_by", { name: closed_by }) : t("repaired")}
        >
          <span className="whitespace-pre-line">
            {incident.status === "repaired" && t.has(repair) ? t(repair) : incident.outcome}
          </span>{" "}
          {incident.closed_at ? (
            <DateTime at={incident.closed_at} style="minute_long" className="text-ink-soft" />
          ) : null}
        </Callout>
      )}
      <Section title={t("figures")}>
        <Figures expected={JSON.parse(expected)} found={JSON.parse(found)} />
      </Section>
      {incident.status === "open" ? (
        <Section title={t("decide")}>
          <Card>
            <Form method="post" {...form.props} className="max-w-2xl space-y-4">
              <Field meta={form.field("words")} label={t("words")} hint={t("words_hint")}>
                <TextArea maxLength={2000} required />
              </Field>
              <SubmitButton>{t("close")}</SubmitButton>
            </Form>
          </Card>
        </Section>
      ) : null}
    </PageBody>
  );
}
