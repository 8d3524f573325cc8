/** Appeals against a standing: lifted or kept, always with a reason. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireOperator } from "@/app/auth/session";
import { decideStrikeAppeal } from "@/app/domain/standing/decide-strike-appeal";
import { standingOf } from "@/app/domain/standing/queries/standing";
import { listOpenStrikeAppeals } from "@/app/domain/standing/queries/strike-appeals";
import creatorStandingTexts from "@/app/i18n/en/creator/standing";
import operatorAppealsTexts from "@/app/i18n/en/operator/appeals";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { formAction } from "@/app/lib/forms/form-action";
import { idSchema } from "@/app/lib/ids";
import { cursorOf, cursorText } from "@/app/lib/page";
import { SubmitButton } from "@/app/ui/button";
import { Card, PageHeader } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { Field, FormErrors, TextArea, useAnswer } from "@/app/ui/form";
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

const decisionSchema = z.object({
  appeal_id: idSchema("appeal"),
  decision: z.enum(["lifted", "kept"]),
  reason: z.string().trim().max(2_000, "too_long").default(""),
});

export const action = formAction({
  authorize: requireOperator,
  schema: decisionSchema,
  run: async ({ actor, input }) => {
    await transact((tx) => decideStrikeAppeal(tx, actor, input));
    return redirect("/operator/strike-appeals");
  },
});

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, operatorAppealsTexts)("title"), "");

export default function Appeals() {
  const t = useTexts(operatorAppealsTexts);
  const tStanding = useTexts(creatorStandingTexts);
  const { appeals, next } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <PageBody narrow>
      <PageHeader title={t("title")} description={t("lead")} />
      {/* Decided by somebody else meanwhile: its card is gone, so it is said here. */}
      {answer && !appeals.some(({ id }) => id === answer.values.appeal_id) ? (
        <FormErrors errors={Object.values(answer.errors).flat()} />
      ) : null}
      {appeals.length === 0 ? <EmptyState title={t("none")} /> : null}
      <ul className="space-y-4">
        {appeals.map((appeal) => {
          const mine = answer?.values.appeal_id === appeal.id ? answer : undefined;
          return (
            <Card key={appeal.id} as="li" className="space-y-4">
              <div className="space-y-1">
                <p className="font-semibold">
                  {appeal.subject_name}{" "}
                  <span className="font-normal text-ink-soft">· {t(`subject.${appeal.subject_kind}`)}</span>
                </p>
                <p className="text-sm text-ink-soft">
                  {tStanding(`name.${appeal.standing}`)} ·{" "}
                  {t("record", { points: appeal.points, count: appeal.strikes.length })}
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
                <p className="text-sm text-ink-soft">{t("statement")}</p>
                <p className="whitespace-pre-line">{appeal.statement}</p>
              </div>
              <Form method="post" className="space-y-4">
                <input type="hidden" name="appeal_id" value={appeal.id} />
                <FormErrors form={mine} />
                <Field
                  meta={{ name: "reason", initialValue: mine?.values.reason, errors: mine?.errors.reason }}
                  label={t("reason")}
                >
                  <TextArea />
                </Field>
                <div className="flex flex-wrap gap-3">
                  <SubmitButton name="decision" value="lifted">
                    {t("lift")}
                  </SubmitButton>
                  <SubmitButton name="decision" value="kept" variant="danger">
                    {t("keep")}
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
  const t = useTexts(creatorStandingTexts);
  const words = t(`kind.${strike.kind}`);
  return (
    <>
      {strike.collaboration_id ? (
        <TextLink to={`/collaborations/${strike.collaboration_id}`}>{words}</TextLink>
      ) : (
        words
      )}{" "}
      <DateTime at={strike.at} className="text-ink-soft" />
      {strike.counts ? null : <span className="text-ink-faint"> · {t("decayed")}</span>}
    </>
  );
}
