/** How a creator stands, from which breaches that follows, and how to contest it. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCreator } from "@/app/auth/session";
import { appealStrike } from "@/app/domain/standing/appeal-strike";
import { standingOf } from "@/app/domain/standing/queries/standing";
import creatorStandingTexts from "@/app/i18n/en/creator/standing";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { formAction } from "@/app/lib/forms/form-action";
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

export const action = formAction({
  authorize: requireCreator,
  schema: z.object({ statement: z.string().trim().max(4_000, "too_long").default("") }),
  run: async ({ actor, input }) => {
    await transact((tx) => appealStrike(tx, actor, input));
    return redirect("/creator/standing");
  },
});

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, creatorStandingTexts)("title"), "");

export default function Standing() {
  const t = useTexts(creatorStandingTexts);
  const report = useLoaderData<typeof loader>();
  const waiting = report.appeals.some(({ status }) => status === "open");
  return (
    <PageBody narrow>
      <PageHeader title={t("title")} description={t("lead")} />
      <Callout tone={report.standing === "good" ? "success" : "danger"} title={t(`name.${report.standing}`)}>
        {t(`${report.standing}`, {
          until: report.suspended_until ?? "",
          max: report.blacklisted_from_points,
        })}
      </Callout>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <StatCard
          label={t("points_now")}
          value={report.points}
          note={t("points_note", {
            suspended: report.suspended_from_points,
            blacklisted: report.blacklisted_from_points,
          })}
        />
        <StatCard label={t("ghosts")} value={report.ghosts} note={t("ghosts_note")} />
      </div>
      {waiting ? <Callout>{t("sent")}</Callout> : null}
      <Section title={t("strikes")}>
        <Strikes strikes={report.strikes} />
      </Section>
      {report.appeal_until ? <AppealForm until={report.appeal_until} /> : null}
      {report.appeal_until || waiting || report.standing === "good" ? null : (
        <Callout tone="neutral">{t("too_late")}</Callout>
      )}
      <Appeals appeals={report.appeals} />
    </PageBody>
  );
}
