/** A creator's standing with everything it was made from, and the way to contest it. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireCreator } from "@/app/auth/session";
import { appealStanding } from "@/app/domain/standing/appeal-standing";
import { standingOf } from "@/app/domain/standing/queries";
import { refusalText } from "@/app/i18n/refusal-text";
import { useFormat } from "@/app/i18n/use-format";
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

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireCreator(request);
  return standingOf(db, { subject_kind: "creator", subject_id: actor.creator_id });
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireCreator(request);
  const statement = String((await request.formData()).get("statement") ?? "");
  try {
    await transact((tx) => appealStanding(tx, actor, { statement }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return data({ statement, code: error.code, params: error.params }, { status: error.status });
  }
  return redirect("/creator/standing");
}

export default function CreatorStanding() {
  const { t } = useTranslation("creator");
  const { t: sayError } = useTranslation("errors");
  const format = useFormat();
  const report = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [latest] = report.appeals;
  return (
    <PageBody narrow>
      <PageHeader title={t("standing.title")} />
      <Callout tone={report.standing === "good" ? "success" : "danger"}>
        {t(`standing.${report.standing}`, {
          until: report.suspended_until ? format.date(report.suspended_until) : "",
        })}{" "}
        {t("standing.points", {
          points: report.points,
          suspended: report.suspended_from_points,
          blacklisted: report.blacklisted_from_points,
        })}
      </Callout>
      <Section title={t("standing.strikes")}>
        {report.strikes.length === 0 ? (
          <Card>{t("standing.no_strikes")}</Card>
        ) : (
          <ul className="space-y-3">
            {[...report.strikes].reverse().map((strike) => (
              <Card key={strike.id} as="li">
                <div className="flex flex-wrap items-start justify-between gap-3">
                  <p className="font-semibold">{t(`standing.kind.${strike.kind}`)}</p>
                  <Badge tone={strike.counts ? "danger" : "neutral"}>
                    {t("standing.strike_points", { points: strike.points })}
                  </Badge>
                </div>
                <p className="mt-1 text-sm text-ink-soft">
                  <DateTime at={strike.at} /> ·{" "}
                  {strike.counts
                    ? t("standing.counts_until", { date: format.date(strike.decays_at) })
                    : t("standing.counts_no_more")}
                </p>
                {strike.collaboration_id ? (
                  <Link to={`/collaborations/${strike.collaboration_id}`} className="text-sm font-semibold">
                    {t("standing.see")}
                  </Link>
                ) : null}
              </Card>
            ))}
          </ul>
        )}
      </Section>
      {latest && latest.status !== "open" ? (
        <Callout tone={latest.status === "lifted" ? "success" : "warn"}>
          {t(`standing.decided.${latest.status}`, { reason: latest.decision_reason ?? "" })}
        </Callout>
      ) : null}
      {latest?.status === "open" ? <Callout tone="info">{t("standing.open")}</Callout> : null}
      {report.appeal_until ? (
        <Section title={t("standing.appeal")} description={t("standing.appeal_lead")}>
          <Card>
            <Form method="post" className="space-y-4">
              <FormErrors errors={refused ? [refusalText(sayError, refused)] : undefined} />
              <Field
                meta={{ name: "statement", initialValue: refused?.statement ?? "" }}
                label={t("standing.statement")}
              >
                <TextArea maxLength={4_000} />
              </Field>
              <SubmitButton>{t("standing.send")}</SubmitButton>
            </Form>
          </Card>
        </Section>
      ) : null}
    </PageBody>
  );
}
