/** Appeals against a standing: lifted or kept, always with a reason. */

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
import { decideStrikeAppeal } from "@/app/domain/standing/decide-strike-appeal";
import { standingOf } from "@/app/domain/standing/queries/standing";
import { listOpenStrikeAppeals } from "@/app/domain/standing/queries/strike-appeals";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { refusalText } from "@/app/i18n/refusal-text";
import { cursorOf, cursorText } from "@/app/lib/page";
import { isRefusal } from "@/app/lib/refusal";
import { SubmitButton } from "@/app/ui/button";
import { Card, PageHeader } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { Field, FormErrors, TextArea } from "@/app/ui/form";
import { DateTime } from "@/app/ui/moments";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { TextLink } from "@/app/ui/text-link";
import { db } from "@/db/client";
import { transact } from "@/db/transact";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { searchParams } = new URL(request.url);
  const { rows: open, next } = await listOpenStrikeAppeals(db, cursorOf(searchParams), 20);
  const appeals = await Promise.all(
    open.map(async (appeal) => {
      const { points, strikes, standing } = await standingOf(db, appeal);
      return { ...appeal, points, strikes, standing };
    }),
  );
  return { appeals, next: cursorText(next) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireOperator(request);
  const form = await request.formData();
  const appeal_id = String(form.get("appeal_id") ?? "");
  const reason = String(form.get("reason") ?? "");
  try {
    await transact((tx) =>
      decideStrikeAppeal(tx, actor, {
        appeal_id,
        decision: form.get("decision") === "lifted" ? "lifted" : "kept",
        reason,
      }),
    );
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return data({ appeal_id, reason, code: error.code, params: error.params }, { status: error.status });
  }
  return redirect("/operator/strike-appeals");
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, "operator")("appeals.title"), "");

export default function Appeals() {
  const { t } = useTranslation(["operator", "creator"]);
  const { t: sayError } = useTranslation("errors");
  const { appeals, next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <PageBody narrow>
      <PageHeader title={t("appeals.title")} description={t("appeals.lead")} />
      {/* Decided by somebody else meanwhile: its card is gone, so it is said here. */}
      {refused && !appeals.some(({ id }) => id === refused.appeal_id) ? (
        <FormErrors errors={[refusalText(sayError, refused)]} />
      ) : null}
      {appeals.length === 0 ? <EmptyState title={t("appeals.none")} /> : null}
      <ul className="space-y-4">
        {appeals.map((appeal) => {
          const mine = refused?.appeal_id === appeal.id ? refused : undefined;
          return (
            <Card key={appeal.id} as="li" className="space-y-4">
              <div className="space-y-1">
                <p className="font-semibold">
                  {appeal.subject_name}{" "}
                  <span className="font-normal text-ink-soft">
                    · {t(`appeals.subject.${appeal.subject_kind}`)}
                  </span>
                </p>
                <p className="text-sm text-ink-soft">
                  {t(`creator:standing.name.${appeal.standing}`)} ·{" "}
                  {t("appeals.record", { points: appeal.points, count: appeal.strikes.length })}
                </p>
                <ul className="list-disc pl-5 text-sm">
                  {appeal.strikes.map((strike) => (
                    <li key={strike.id}>
                      <StrikeLine strike={strike} />
                    </li>
                  ))}
                </ul>
              </div>
              <div>
                <p className="text-sm text-ink-soft">{t("appeals.statement")}</p>
                <p className="whitespace-pre-line">{appeal.statement}</p>
              </div>
              <Form method="post" className="space-y-4">
                <input type="hidden" name="appeal_id" value={appeal.id} />
                <FormErrors errors={mine ? [refusalText(sayError, mine)] : undefined} />
                <Field
                  meta={{ name: "reason", initialValue: mine?.reason ?? "" }}
                  label={t("appeals.reason")}
                >
                  <TextArea />
                </Field>
                <div className="flex flex-wrap gap-3">
                  <SubmitButton name="decision" value="lifted">
                    {t("appeals.lift")}
                  </SubmitButton>
                  <SubmitButton name="decision" value="kept" variant="danger">
                    {t("appeals.keep")}
                  </SubmitButton>
                </div>
              </Form>
            </Card>
          );
        })}
      </ul>
      <Pagination next={next} />
    </PageBody>
  );
}

type Strike = ReturnType<typeof useLoaderData<typeof loader>>["appeals"][number]["strikes"][number];

/** The breach, when it was, and the collaboration in which an operator can look at it. */
function StrikeLine({ strike }: { strike: Strike }) {
  const { t } = useTranslation("creator");
  const words = t(`standing.kind.${strike.kind}`);
  return (
    <>
      {strike.collaboration_id ? (
        <TextLink to={`/collaborations/${strike.collaboration_id}`}>{words}</TextLink>
      ) : (
        words
      )}{" "}
      <DateTime at={strike.at} className="text-ink-soft" />
      {strike.counts ? null : <span className="text-ink-faint"> · {t("standing.decayed")}</span>}
    </>
  );
}
