/** One transaction: its entries, which sum to zero, and what caused it. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "@/app/auth/session";
import { readTransaction } from "@/app/domain/ledger/queries/transactions";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import booksWordsTexts from "@/app/i18n/en/books/words";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { idInPath, orAnswer } from "@/app/lib/answer";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { DataList } from "@/app/ui/data-list";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { PageBody } from "@/app/ui/shell/app-shell";
import { Table } from "@/app/ui/table";
import { TextLink } from "@/app/ui/text-link";
import { db } from "@/db/client";
import { Id, IdLink, SideAmount, useAccountName } from "../operator.ledger/parts/text";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOperator(request);
  return orAnswer(readTransaction(db, idInPath("ltx", params.id, "transaction")));
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, booksPagesTexts)("transactions.id"), "");

export default function Transaction() {
  const t = useTexts(booksPagesTexts);
  const tWords = useTexts(booksWordsTexts);
  const nameOf = useAccountName();
  const { transaction, entries, charge, movement } = useLoaderData<typeof loader>();
  const { currency } = transaction;
  return (
    <PageBody>
      <PageHeader
        back={{ to: "/operator/ledger/transactions", label: t("transactions.back") }}
        title={tWords(`kind.${transaction.kind}`)}
        description={
          <>
            <Money minor={transaction.amount_minor} currency={currency} className="font-semibold" /> ·{" "}
            <DateTime at={transaction.at} style="minute_long" />
          </>
        }
      />
      <Section title={t("transactions.entries")} description={t("transactions.balanced")}>
        <Table
          caption={t("transactions.entries")}
          rows={entries}
          rowKey={({ id }) => String(id)}
          href={({ account_id }) => `/operator/ledger/accounts/${account_id}`}
          columns={[
            {
              id: "account",
              head: t("transactions.account"),
              title: true,
              cell: ({ code }) => (
                <>
                  {nameOf(code)}
                  <span className="block font-normal text-ink-faint">
                    <Id>{code}</Id>
                  </span>
                </>
              ),
            },
            {
              id: "debit",
              head: t("transactions.debit"),
              align: "end",
              cell: ({ amount_minor }) => (
                <SideAmount side="debit" minor={amount_minor} currency={currency} />
              ),
            },
            {
              id: "credit",
              head: t("transactions.credit"),
              align: "end",
              cell: ({ amount_minor }) => (
                <SideAmount side="credit" minor={amount_minor} currency={currency} />
              ),
            },
          ]}
        />
      </Section>
      <Card>
        <DataList
          rows={[
            { label: t("transactions.id"), value: <Id>{transaction.id}</Id> },
            {
              label: t("transactions.cause"),
              value: (
                <>
                  <Id>{transaction.idempotency_key}</Id>
                  <span className="block text-sm font-normal text-ink-soft">
                    {t("transactions.cause_hint")}
                  </span>
                </>
              ),
            },
            {
              label: t("transactions.charge"),
              value: charge?.charge_id ? (
                <IdLink to={`/operator/ledger/charges/${transaction.payment_id}`}>{charge.charge_id}</IdLink>
              ) : null,
            },
            {
              label: t("transactions.offer"),
              value: charge ? (
                <TextLink to={`/operator/ledger/charges?text=${charge.offer_id}`}>
                  {charge.offer_title}
                </TextLink>
              ) : null,
            },
            {
              label: t("transactions.collaboration"),
              value: transaction.collaboration_id ? (
                <IdLink to={`/collaborations/${transaction.collaboration_id}`}>
                  {transaction.collaboration_id}
                </IdLink>
              ) : null,
            },
            {
              label: t("transactions.movement"),
              value: transaction.movement_id ? (
                <IdLink to={`/operator/ledger/movements/${transaction.movement_id}`}>
                  {movement?.stripe_id ?? transaction.movement_id}
                </IdLink>
              ) : null,
            },
          ]}
        />
      </Card>
    </PageBody>
  );
}
