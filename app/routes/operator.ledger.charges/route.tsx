/** Charges that brands paid: found by an id, an offer or a brand. */

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Search } from "lucide-react";
import { requireOperator } from "@/app/auth/session";
import { type ChargeRow, listCharges } from "@/app/domain/ledger/queries/charges";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import { useTexts } from "@/app/i18n/use-texts";
import { cursorOf, cursorText } from "@/app/lib/page";
import { Badge } from "@/app/ui/badge";
import { Field, TextInput } from "@/app/ui/form";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Pagination } from "@/app/ui/pagination";
import { Table } from "@/app/ui/table";
import { db } from "@/db/client";
import { chargeText } from "../operator.ledger/filters";
import { FilterBar, NothingFits } from "../operator.ledger/parts/list";
import { Id } from "../operator.ledger/parts/text";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { searchParams } = new URL(request.url);
  const text = chargeText(searchParams);
  const { rows, next } = await listCharges(db, { text }, cursorOf(searchParams));
  return { text, rows, next: cursorText(next) };
}

const freeOf = (row: ChargeRow) =>
  row.amount_minor - row.claimed_minor - row.refunded_minor - row.charged_back_minor;

export default function Charges() {
  const t = useTexts(booksPagesTexts);
  const { text, rows, next } = useLoaderData<typeof loader>();
  return (
    <>
      <FilterBar list="charges">
        <Field
          meta={{ name: "text", initialValue: text }}
          label={t("charges.search")}
          className="col-span-2 sm:min-w-96 sm:flex-1"
        >
          <TextInput
            type="search"
            maxLength={200}
            spellCheck={false}
            before={<Search aria-hidden className="size-4.5" />}
          />
        </Field>
      </FilterBar>
      <Table
        caption={t("tabs.charges")}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/operator/ledger/charges/${id}`}
        empty={<NothingFits />}
        columns={[
          {
            id: "charge",
            head: t("charges.charge"),
            title: true,
            cell: ({ brand_name, charge_id, id }) => (
              <>
                {brand_name}
                <span className="block font-normal text-ink-faint">
                  <Id>{charge_id ?? id}</Id>
                </span>
              </>
            ),
          },
          { id: "offer", head: t("charges.offer"), cell: ({ offer_title }) => offer_title },
          {
            id: "paid",
            head: t("charges.paid"),
            cell: ({ paid_at }) => (
              <DateTime at={paid_at} style="minute_of_year" className="whitespace-nowrap" />
            ),
          },
          {
            id: "status",
            head: t("charges.status"),
            cell: (row) => <Standing row={row} />,
          },
          {
            id: "free",
            head: t("charges.free"),
            align: "end",
            cell: (row) => <Money minor={freeOf(row)} currency={row.currency} />,
          },
          {
            id: "amount",
            head: t("charges.amount"),
            align: "end",
            cell: ({ amount_minor, currency }) => (
              <Money minor={amount_minor} currency={currency} className="font-semibold" />
            ),
          },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}

function Standing({ row }: { row: ChargeRow }) {
  const t = useTexts(booksPagesTexts);
  if (row.frozen_at) return <Badge tone="danger">{t("charges.frozen")}</Badge>;
  if (row.charged_back_minor > 0) return <Badge tone="danger">{t("charges.lost")}</Badge>;
  return freeOf(row) > 0 ? (
    <Badge tone="held">{t("charges.open")}</Badge>
  ) : (
    <Badge>{t("charges.spent")}</Badge>
  );
}
