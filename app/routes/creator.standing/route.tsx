/** How a creator stands, from which breaches that follows, and how to contest it. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireCreator } from "@/app/auth/session";
import { appealStrike } from "@/app/domain/standing/appeal-strike";
import { standingOf } from "@/app/domain/standing/queries/standing";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { refusalText } from "@/app/i18n/refusal-text";
import { isRefusal } from "@/app/lib/refusal";
import { Callout } from "@/app/ui/callout";
import { PageHeader, Section } from "@/app/ui/card";
import { PageBody } from "@/app/ui/shell/app-shell";
import { StatCard } from "@/app/ui/stat-card";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { AppealForm, Appeals } from "./appeal";
import { Strikes } from "./strikes";

export async function loader({ request }: LoaderFunctionArgs) {
  const { creator_id } = await requireCreator(request);
  return standingOf(db, { subject_kind: "creator", subject_id: creator_id });
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireCreator(request);
  const statement = String((await request.formData()).get("statement") ?? "");
  try {
    await transact((tx) => appealStrike(tx, actor, { statement }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { code, params, status } = error;
    return data({ statement, refusal: { code, params } }, { status });
  }
  return redirect("/creator/standing");
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, "creator")("standing.title"), "");

export default function Standing() {
  const { t } = useTranslation("creator");
  const { t: sayError } = useTranslation("errors");
  const report = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer ? [refusalText(sayError, answer.refusal)] : [];
  const waiting = report.appeals.some(({ status }) => status === "open");
  return (
    <PageBody narrow>
      <PageHeader title={t("standing.title")} description={t("standing.lead")} />
      <Callout
        tone={report.standing === "good" ? "success" : "danger"}
        title={t(`standing.name.${report.standing}`)}
      >
        {t(`standing.${report.standing}`, {
          until: report.suspended_until ?? "",
          max: report.blacklisted_from_points,
        })}
      </Callout>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <StatCard
          label={t("standing.points_now")}
          value={report.points}
          note={t("standing.points_note", {
            suspended: report.suspended_from_points,
            blacklisted: report.blacklisted_from_points,
          })}
        />
        <StatCard label={t("standing.ghosts")} value={report.ghosts} note={t("standing.ghosts_note")} />
      </div>
      {waiting ? <Callout>{t("standing.sent")}</Callout> : null}
      <Section title={t("standing.strikes")}>
        <Strikes strikes={report.strikes} />
      </Section>
      {report.appeal_until ? (
        <AppealForm until={report.appeal_until} typed={answer?.statement ?? ""} errors={errors} />
      ) : null}
      {report.appeal_until || waiting || report.standing === "good" ? null : (
        <Callout tone="neutral">{t("standing.too_late")}</Callout>
      )}
      <Appeals appeals={report.appeals} />
    </PageBody>
  );
}
