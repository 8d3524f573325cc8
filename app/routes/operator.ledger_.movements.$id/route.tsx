/** One movement: how it stands and what happens next, what Stripe was asked and answered, and its bookings. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "@/app/auth/session";
import { readMovement } from "@/app/domain/ledger/queries/movements";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import booksWordsTexts from "@/app/i18n/en/books/words";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { idInPath, orAnswer } from "@/app/lib/answer";
import { Badge } from "@/app/ui/badge";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { DataList } from "@/app/ui/data-list";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { PageBody } from "@/app/ui/shell/app-shell";
import { Table } from "@/app/ui/table";
import { TextLink } from "@/app/ui/text-link";
import { db } from "@/db/client";
import { MOVEMENT_TONES } from "../operator.ledger/parts/movement-tones";
import { Id, IdLink, useReason } from "../operator.ledger/parts/text";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOperator(request);
  return orAnswer(readMovement(db, idInPath("movement", params.id)));
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, booksPagesTexts)("movements.what"), "");

export default function MovementPage() {
  const t = useTexts(booksPagesTexts);
  const tWords = useTexts(booksWordsTexts);
  const reasonOf = useReason();
  const { movement, charge_id, offer, brand, creator, transactions } = useLoaderData<typeof loader>();
  const reason = reasonOf(movement);
  return (
    <PageBody>
      <PageHeader
        back={{ to: "/operator/ledger/movements", label: t("movements.back") }}
        title={tWords(`movement.${movement.kind}`)}
        badges={<Badge tone={MOVEMENT_TONES[movement.status]}>{tWords(`status.${movement.status}`)}</Badge>}
        description={
          <>
            <Money
              minor={movement.amount_minor}
              currency={movement.currency}
              className="text-xl font-bold text-ink"
            />{" "}
            · {creator?.name ?? brand.name}
          </>
        }
      />
      {reason ? (
        <Callout tone={movement.status === "pending" ? "info" : "warn"} title={reason.why}>
          {reason.next}
        </Callout>
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Section title={t("movements.at_stripe")}>
          <Card>
            <DataList
              rows={[
                {
                  label: t("movements.stripe_id"),
                  value: movement.stripe_id ? <Id>{movement.stripe_id}</Id> : t("movements.no_stripe_id"),
                },
                {
                  label: t("movements.key"),
                  value: (
                    <>
                      <Id>{`${movement.id}:${movement.key_version}`}</Id>
                      <span className="block text-sm font-normal text-ink-soft">
                        {t("movements.key_hint")}
                      </span>
                    </>
                  ),
                },
                { label: t("movements.attempts"), value: String(movement.attempts) },
                {
                  label: t("movements.key_sent"),
                  value: movement.key_sent_at ? (
                    <DateTime at={movement.key_sent_at} style="minute_long" />
                  ) : null,
                },
                {
                  label: t("movements.charge"),
                  value: charge_id ? (
                    <IdLink to={`/operator/ledger/charges/${movement.payment_id}`}>{charge_id}</IdLink>
                  ) : null,
                },
                {
                  label: t("movements.destination"),
                  value:
                    movement.kind === "refund" ? (
                      t("movements.card")
                    ) : creator?.account ? (
                      <Id>{creator.account}</Id>
                    ) : (
                      t("movements.no_destination")
                    ),
                },
                {
                  label: t("movements.asked"),
                  value: <DateTime at={movement.created_at} style="minute_long" />,
                },
                {
                  label: t("movements.settled"),
                  value: movement.settled_at ? (
                    <DateTime at={movement.settled_at} style="minute_long" />
                  ) : null,
                },
              ]}
            />
          </Card>
        </Section>
        <Section title={t("transactions.about")}>
          <Card>
            <DataList
              rows={[
                {
                  label: t("movements.creator"),
                  value: creator ? (
                    <TextLink to={`/creators/${creator.handle}`}>{creator.name}</TextLink>
                  ) : null,
                },
                { label: t("movements.brand"), value: brand.name },
                {
                  label: t("movements.offer"),
                  value: <TextLink to={`/operator/ledger/charges?text=${offer.id}`}>{offer.title}</TextLink>,
                },
                {
                  label: t("movements.collaboration"),
                  value: movement.collaboration_id ? (
                    <IdLink to={`/collaborations/${movement.collaboration_id}`}>
                      {movement.collaboration_id}
                    </IdLink>
                  ) : null,
                },
                {
                  label: t("movements.debt"),
                  value: movement.clawback_id ? <Id>{movement.clawback_id}</Id> : null,
                },
                { label: t("movements.cause"), value: <Id>{movement.idempotency_key}</Id> },
                {
                  label: t("movements.detail"),
                  value: movement.detail ? <Id>{JSON.stringify(movement.detail)}</Id> : null,
                },
              ]}
            />
          </Card>
        </Section>
      </div>
      <Section title={t("movements.bookings")}>
        <Table
          caption={t("movements.bookings")}
          rows={transactions}
          rowKey={({ id }) => id}
          href={({ id }) => `/operator/ledger/transactions/${id}`}
          columns={[
            {
              id: "kind",
              head: t("transactions.kind"),
              title: true,
              cell: ({ kind }) => tWords(`kind.${kind as "capture"}`),
            },
            { id: "id", head: t("transactions.id"), cell: ({ id }) => <Id>{id}</Id> },
            {
              id: "at",
              head: t("transactions.at"),
              align: "end",
              cell: ({ at }) => <DateTime at={at} style="minute_long" />,
            },
          ]}
        />
      </Section>
    </PageBody>
  );
}
