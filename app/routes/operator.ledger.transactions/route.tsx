/** Transactions of the books, newest first. */

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "@/app/auth/session";
import { LEDGER_KINDS } from "@/app/domain/ledger/post";
import { listTransactions } from "@/app/domain/ledger/queries/transactions";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import booksWordsTexts from "@/app/i18n/en/books/words";
import { useTexts } from "@/app/i18n/use-texts";
import { cursorOf, cursorText } from "@/app/lib/page";
import { Field, TextInput } from "@/app/ui/form";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Pagination } from "@/app/ui/pagination";
import { Table } from "@/app/ui/table";
import { db } from "@/db/client";
import { transactionFilter, transactionForm } from "../operator.ledger/filters";
import { Choice, FilterBar, NothingFits } from "../operator.ledger/parts/list";
import { Id } from "../operator.ledger/parts/text";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { searchParams } = new URL(request.url);
  const form = transactionForm(searchParams);
  const { rows, next } = await listTransactions(db, transactionFilter(form), cursorOf(searchParams));
  // Only the names of kinds go to the browser, not the ledger itself.
  return { form, rows, next: cursorText(next), kinds: LEDGER_KINDS };
}

export default function Transactions() {
  const t = useTexts(booksPagesTexts);
  const tWords = useTexts(booksWordsTexts);
  const { form, rows, next, kinds } = useLoaderData<typeof loader>();
  return (
    <>
      <FilterBar list="transactions">
        <Choice
          name="kind"
          label={t("transactions.kind")}
          value={form.kind}
          options={kinds.map((value) => ({ value, label: tWords(`kind.${value}`) }))}
        />
        <Field
          meta={{ name: "reference", initialValue: form.reference }}
          label={t("transactions.reference")}
          className="min-w-0 sm:w-64"
        >
          <TextInput
            maxLength={200}
            spellCheck={false}
            placeholder="ch_… collab_…"
            title={t("transactions.reference_hint")}
          />
        </Field>
        {(["from", "to"] as const).map((name) => (
          <Field
            key={name}
            meta={{ name, initialValue: form[name] }}
            label={t(`transactions.${name}`)}
            className="min-w-0 sm:w-40"
          >
            <TextInput type="date" />
          </Field>
        ))}
      </FilterBar>
      <Table
        caption={t("tabs.transactions")}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/operator/ledger/transactions/${id}`}
        empty={<NothingFits />}
        columns={[
          {
            id: "kind",
            head: t("transactions.kind"),
            title: true,
            cell: ({ kind, id }) => (
              <>
                {tWords(`kind.${kind}`)}
                <span className="block font-normal text-ink-faint">
                  <Id>{id}</Id>
                </span>
              </>
            ),
          },
          {
            id: "at",
            head: t("transactions.at"),
            cell: ({ at }) => <DateTime at={at} style="minute_of_year" className="whitespace-nowrap" />,
          },
          {
            id: "about",
            head: t("transactions.about"),
            hide_on_phone: true,
            cell: ({ collaboration_id, payment_id }) => <Id>{collaboration_id ?? payment_id ?? "–"}</Id>,
          },
          {
            id: "amount",
            head: t("transactions.amount"),
            align: "end",
            cell: ({ amount_minor, currency }) => <Money minor={amount_minor} currency={currency} />,
          },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}
