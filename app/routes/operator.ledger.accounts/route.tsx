/** Accounts of one class, or all of one owner. */

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "@/app/auth/session";
import { ACCOUNT_CLASS_NAMES } from "@/app/domain/ledger/account-classes";
import { listAccounts, listAccountsOf } from "@/app/domain/ledger/queries/accounts";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import booksWordsTexts from "@/app/i18n/en/books/words";
import { useTexts } from "@/app/i18n/use-texts";
import { CURRENCIES } from "@/app/lib/money";
import { cursorText } from "@/app/lib/page";
import { Field, TextInput } from "@/app/ui/form";
import { Money } from "@/app/ui/money";
import { Pagination } from "@/app/ui/pagination";
import { Table } from "@/app/ui/table";
import { db } from "@/db/client";
import { accountCursor, accountFilter, accountForm } from "../operator.ledger/filters";
import { Choice, FilterBar, NothingFits } from "../operator.ledger/parts/list";
import { Id, useAccountName } from "../operator.ledger/parts/text";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { searchParams } = new URL(request.url);
  const form = accountForm(searchParams);
  const { rows, next } = form.owner
    ? { rows: await listAccountsOf(db, form.owner), next: null }
    : await listAccounts(db, accountFilter(form), accountCursor(searchParams));
  return { form, rows, next: cursorText(next) };
}

export default function Accounts() {
  const t = useTexts(booksPagesTexts);
  const tWords = useTexts(booksWordsTexts);
  const nameOf = useAccountName();
  const { form, rows, next } = useLoaderData<typeof loader>();
  return (
    <>
      <FilterBar list="accounts">
        <Choice
          name="class"
          label={t("accounts.class")}
          value={form.of}
          required
          options={ACCOUNT_CLASS_NAMES.map((value) => ({ value, label: tWords(`class.${value}`) }))}
        />
        <Choice
          name="currency"
          label={t("accounts.currency")}
          value={form.currency}
          options={CURRENCIES.map((value) => ({ value, label: value }))}
        />
        <Field
          meta={{ name: "owner", initialValue: form.owner }}
          label={t("accounts.owner")}
          className="col-span-2 sm:w-72"
        >
          <TextInput maxLength={200} placeholder="collab_…" spellCheck={false} />
        </Field>
        <label className="col-span-2 flex min-h-11 items-center gap-2.5 text-sm font-medium">
          <input
            type="checkbox"
            name="with_money"
            defaultChecked={form.with_money}
            className="size-5 accent-primary"
          />
          {t("accounts.with_money")}
        </label>
      </FilterBar>
      <Table
        caption={t("tabs.accounts")}
        rows={rows}
        rowKey={({ id }) => String(id)}
        href={({ id }) => `/operator/ledger/accounts/${id}`}
        empty={<NothingFits />}
        columns={[
          {
            id: "account",
            head: t("accounts.account"),
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
            id: "whose",
            head: t("accounts.whose"),
            cell: ({ owner }) => owner ?? t("accounts.ours"),
          },
          {
            id: "nature",
            head: t("accounts.nature"),
            cell: ({ kind }) => tWords(`nature.${kind as "asset"}`),
          },
          { id: "currency", head: t("accounts.currency"), cell: ({ currency }) => currency },
          {
            id: "balance",
            head: t("accounts.balance"),
            align: "end",
            cell: ({ balance_minor, currency }) => <Money minor={balance_minor} currency={currency} />,
          },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}
