/** One account: its balance, and its entries with the balance that each left behind. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "@/app/auth/session";
import { readAccount } from "@/app/domain/ledger/queries/accounts";
import { listEntries } from "@/app/domain/ledger/queries/entries";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import booksWordsTexts from "@/app/i18n/en/books/words";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { orAnswer } from "@/app/lib/answer";
import { Card, PageHeader, Section } from "@/app/ui/card";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { StatCard } from "@/app/ui/stat-card";
import { Table } from "@/app/ui/table";
import { TextLink } from "@/app/ui/text-link";
import { db } from "@/db/client";
import { numberAfter } from "../operator.ledger/filters";
import { CsvLink } from "../operator.ledger/parts/list";
import { Id, SideAmount, useAccountName } from "../operator.ledger/parts/text";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOperator(request);
  const account = await orAnswer(readAccount(db, Number(params.id)));
  const after = numberAfter(new URL(request.url).searchParams);
  const { rows, next } = await listEntries(db, account.id, after === null ? null : { id: after });
  return { account, entries: rows, next: next && String(next.id) };
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, booksPagesTexts)("accounts.account"), "");

export default function Account() {
  const t = useTexts(booksPagesTexts);
  const tWords = useTexts(booksWordsTexts);
  const nameOf = useAccountName();
  const { account, entries, next } = useLoaderData<typeof loader>();
  const { currency } = account;
  return (
    <PageBody>
      <PageHeader
        back={{
          to: `/operator/ledger/accounts?class=${account.of ?? "platform"}`,
          label: t("accounts.back"),
        }}
        title={nameOf(account.code)}
        description={
          <>
            {account.owner ? <span className="block">{account.owner}</span> : null}
            <Id>{account.code}</Id> · {tWords(`nature.${account.kind as "asset"}`)} · {currency}
          </>
        }
        actions={<CsvLink list="entries" given={{ account: String(account.id) }} />}
      />
      <div className="max-w-sm">
        <StatCard
          label={t("accounts.balance")}
          value={<Money minor={account.balance_minor} currency={currency} />}
        />
      </div>
      <Section title={t("accounts.entries")} description={t("accounts.entries_lead")}>
        <Table
          caption={t("accounts.entries")}
          rows={entries}
          rowKey={({ id }) => String(id)}
          href={({ transaction_id }) => `/operator/ledger/transactions/${transaction_id}`}
          empty={<Card className="text-ink-soft">{t("accounts.no_entries")}</Card>}
          columns={[
            {
              id: "what",
              head: t("accounts.what"),
              title: true,
              cell: ({ kind, transaction_id }) => (
                <>
                  {tWords(`kind.${kind as "capture"}`)}
                  <span className="block font-normal text-ink-faint">
                    <Id>{transaction_id}</Id>
                  </span>
                </>
              ),
            },
            {
              id: "at",
              head: t("accounts.at"),
              cell: ({ at }) => <DateTime at={at} style="minute_of_year" className="whitespace-nowrap" />,
            },
            {
              id: "about",
              head: t("transactions.about"),
              hide_on_phone: true,
              cell: ({ collaboration_id, payment_id }) =>
                collaboration_id ? <Id>{collaboration_id}</Id> : payment_id ? <Id>{payment_id}</Id> : "–",
            },
            {
              id: "debit",
              head: t("accounts.debit"),
              align: "end",
              cell: ({ amount_minor }) => (
                <SideAmount side="debit" minor={amount_minor} currency={currency} />
              ),
            },
            {
              id: "credit",
              head: t("accounts.credit"),
              align: "end",
              cell: ({ amount_minor }) => (
                <SideAmount side="credit" minor={amount_minor} currency={currency} />
              ),
            },
            {
              id: "balance",
              head: t("accounts.balance"),
              align: "end",
              cell: ({ balance_minor }) => (
                <Money minor={balance_minor} currency={currency} className="font-semibold" />
              ),
            },
          ]}
        />
        <Pagination next={next} />
      </Section>
      {account.of === "held" || account.of === "clawback" ? (
        <p>
          <TextLink to={`/collaborations/${account.code.split(":")[1]}`}>
            {t("transactions.collaboration")}
          </TextLink>
        </p>
      ) : null}
    </PageBody>
  );
}
