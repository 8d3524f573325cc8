/** One incident: what was expected, what is there, what that means; and the decision, with a reason. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireOperator } from "@/app/auth/session";
import { resolveIncident } from "@/app/domain/audit/incidents";
import { readIncident } from "@/app/domain/audit/queries/incident";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { refusalText } from "@/app/i18n/refusal-text";
import { orAnswer } from "@/app/lib/answer";
import { isRefusal } from "@/app/lib/refusal";
import { Badge } from "@/app/ui/badge";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { Field, FormErrors, TextArea } from "@/app/ui/form";
import { DateTime } from "@/app/ui/moments";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { INCIDENT_TONES } from "../operator.ledger/parts/incident-tones";
import { Id } from "../operator.ledger/parts/text";
import { Figures } from "./figures";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { incident, closed_by } = await orAnswer(readIncident(db, params.id ?? ""));
  // The jsonb of an incident may hold anything; as text it crosses to the browser unharmed.
  const { expected, found, ...rest } = incident;
  return {
    incident: rest,
    closed_by,
    expected: JSON.stringify(expected),
    found: JSON.stringify(found),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireOperator(request);
  const words = String((await request.formData()).get("words") ?? "");
  try {
    await transact((tx) => resolveIncident(tx, actor, { incident_id: params.id ?? "", words }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.status === 404) return orAnswer(Promise.reject(error));
    return data({ words, code: error.code, params: error.params }, { status: error.status });
  }
  return redirect(`/operator/incidents/${params.id}`);
}

export const meta: MetaFunction = ({ matches }) => publicMeta(metaT(matches, "books")("incidents.title"), "");

export default function Incident() {
  const { t, i18n } = useTranslation(["books", "operator"]);
  const { t: sayError } = useTranslation("errors");
  const { incident, closed_by, expected, found } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const kind = incident.kind as "balance_differs";
  const repair = `incidents.repairs.${incident.outcome}`;
  return (
    <PageBody>
      <PageHeader
        back={{ to: `/operator/incidents?status=${incident.status}`, label: t("incidents.back") }}
        title={t(`operator:incidents.kinds.${kind}`)}
        badges={
          <Badge tone={INCIDENT_TONES[incident.status]}>{t(`incidents.status.${incident.status}`)}</Badge>
        }
        description={
          <>
            <Id>{incident.subject}</Id>
            <span className="block text-sm">
              {t("incidents.seen")} <DateTime at={incident.created_at} style="minute_long" /> ·{" "}
              {t("incidents.last_seen")} <DateTime at={incident.last_seen_at} style="minute_long" />
            </span>
          </>
        }
      />
      {refused ? <FormErrors errors={[refusalText(sayError, refused)]} /> : null}
      {incident.status === "open" ? (
        <Callout tone="warn" title={t("incidents.what_now")}>
          {t(`incidents.advice.${kind}`)}
        </Callout>
      ) : (
        <Callout
          tone={incident.status === "repaired" ? "success" : "neutral"}
          title={closed_by ? t("incidents.closed_by", { name: closed_by }) : t("incidents.repaired")}
        >
          <span className="whitespace-pre-line">
            {incident.status === "repaired" && i18n.exists(`books:${repair}`)
              ? t(repair as "incidents.repairs.settle")
              : incident.outcome}
          </span>{" "}
          {incident.closed_at ? (
            <DateTime at={incident.closed_at} style="minute_long" className="text-ink-soft" />
          ) : null}
        </Callout>
      )}
      <Section title={t("incidents.figures")}>
        <Figures expected={JSON.parse(expected)} found={JSON.parse(found)} />
      </Section>
      {incident.status === "open" ? (
        <Section title={t("incidents.decide")}>
          <Card>
            <Form method="post" className="max-w-2xl space-y-4">
              <Field
                meta={{ name: "words", initialValue: refused?.words ?? "" }}
                label={t("incidents.words")}
                hint={t("incidents.words_hint")}
              >
                <TextArea maxLength={2000} required />
              </Field>
              <SubmitButton>{t("incidents.close")}</SubmitButton>
            </Form>
          </Card>
        </Section>
      ) : null}
    </PageBody>
  );
}
