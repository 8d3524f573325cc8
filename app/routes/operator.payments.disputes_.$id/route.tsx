/** One card dispute: until when the bank waits, what our answer says word for word, and the button that sends it. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireOperator } from "@/app/auth/session";
import { readDisputeFacts } from "@/app/domain/disputes/evidence-facts";
import operatorDisputesTexts from "@/app/i18n/en/operator/disputes";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { orAnswer } from "@/app/lib/answer";
import { formAction } from "@/app/lib/forms/form-action";
import { sendAnswer } from "@/app/stripe/answer-dispute";
import { type DisputeEvidence, evidenceOf } from "@/app/stripe/dispute-evidence";
import { Badge } from "@/app/ui/badge";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { ConfirmButton } from "@/app/ui/confirm-button";
import { DataList } from "@/app/ui/data-list";
import { FormErrors, useAnswer } from "@/app/ui/form";
import { DateTime, Deadline } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { PageBody } from "@/app/ui/shell/app-shell";
import { TextLink } from "@/app/ui/text-link";
import { db } from "@/db/client";
import { standOf, TONES } from "../operator.payments.disputes/stand-of";
import { REASONS } from "./reasons";

/** In the order in which Stripe's own form has them. */
const FIELDS = [
  "customer_name",
  "customer_email_address",
  "product_description",
  "service_date",
  "access_activity_log",
  "refund_policy_disclosure",
  "refund_refusal_explanation",
  "uncategorized_text",
] as const satisfies ReadonlyArray<keyof DisputeEvidence>;

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOperator(request);
  const facts = await orAnswer(readDisputeFacts(db, params.id ?? ""));
  const { dispute, brand, offer, collaborations } = facts;
  return {
    dispute,
    brand_name: brand.name,
    offer_title: offer.title,
    collaborations: collaborations.map(({ row, creator }) => ({ id: row.id, creator })),
    evidence: evidenceOf(facts),
  };
}

export const action = formAction({
  authorize: requireOperator,
  schema: z.object({}),
  run: async ({ actor, params }) => {
    await sendAnswer(actor, params.id ?? "");
    return redirect(`/operator/payments/disputes/${params.id}`);
  },
});

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, operatorDisputesTexts)("one"), "");

export default function Dispute() {
  const t = useTexts(operatorDisputesTexts);
  const { dispute, brand_name, offer_title, collaborations, evidence } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const stand = standOf(dispute);
  const reason = REASONS.find((known) => known === dispute.reason);
  return (
    <PageBody narrow>
      <PageHeader
        back={{ to: "/operator/payments/disputes", label: t("title") }}
        title={brand_name}
        badges={<Badge tone={TONES[stand]}>{t(`stand.${stand}`)}</Badge>}
        description={offer_title}
      />
      <FormErrors form={answer} />
      <Card>
        <DataList
          rows={[
            {
              label: t("amount"),
              value: <Money minor={dispute.amount_minor} currency={dispute.currency} />,
            },
            {
              label: t("reason"),
              value: reason ? t(`reasons.${reason}`) : <code>{dispute.reason}</code>,
            },
            {
              label: t("due"),
              value:
                stand === "to_answer" && dispute.evidence_due_at ? (
                  <Deadline at={dispute.evidence_due_at} />
                ) : null,
            },
            {
              label: t("sent"),
              value: dispute.evidence_sent_at ? (
                <DateTime at={dispute.evidence_sent_at} style="minute_long" />
              ) : null,
            },
            {
              label: t("charge"),
              value: (
                <TextLink to={`/operator/ledger/charges/${dispute.payment_id}`}>{t("in_ledger")}</TextLink>
              ),
            },
          ]}
        />
      </Card>
      {collaborations.length > 0 ? (
        <Section title={t("collaborations")}>
          <ul className="space-y-1">
            {collaborations.map(({ id, creator }) => (
              <li key={id}>
                <TextLink to={`/collaborations/${id}`} className="inline-flex min-h-11 items-center">
                  {creator}
                </TextLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t("answer")} description={t(stand === "to_answer" ? "answer_lead" : "answer_then")}>
        <Card className="space-y-5">
          {FIELDS.filter((field) => evidence[field]).map((field) => (
            <div key={field}>
              <h3 className="text-sm font-semibold text-ink-soft">{t(`fields.${field}`)}</h3>
              <p lang="en" className="mt-1 text-sm whitespace-pre-line wrap-anywhere">
                {evidence[field]}
              </p>
            </div>
          ))}
        </Card>
        {stand === "to_answer" ? (
          <Form method="post">
            <ConfirmButton question={t("send_question")} consequence={t("send_consequence")}>
              {t("send")}
            </ConfirmButton>
          </Form>
        ) : null}
      </Section>
    </PageBody>
  );
}
