/** Invoices and credit notes, newest first. */

import type { SerializeFrom } from "@remix-run/node";
import type { listInvoices } from "@/app/domain/billing/queries/invoices";
import billingBrandPageTexts from "@/app/i18n/en/billing/brand-page";
import billingWordsTexts from "@/app/i18n/en/billing/words";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Section } from "@/app/ui/card";
import { Money } from "@/app/ui/money";
import { PdfLinks } from "@/app/ui/pdf-links";
import { Table } from "@/app/ui/table";

type Row = SerializeFrom<Awaited<ReturnType<typeof listInvoices>>>["rows"][number];

export function Invoices({ invoices }: { invoices: readonly Row[] }) {
  const t = useTexts(billingWordsTexts);
  const tBrandPage = useTexts(billingBrandPageTexts);
  const format = useFormat();
  return (
    <Section title={tBrandPage("invoices")}>
      <Table
        caption={tBrandPage("invoices")}
        rows={invoices}
        rowKey={({ number }) => number}
        empty={<p className="text-sm text-ink-soft">{tBrandPage("no_invoices")}</p>}
        columns={[
          {
            id: "number",
            head: t("number"),
            title: true,
            cell: (row) => (
              <>
                <span className="tabular-nums">{row.number}</span>
                <span className="block text-xs font-normal text-ink-soft">{t(row.kind)}</span>
              </>
            ),
          },
          { id: "month", head: t("month"), cell: ({ month }) => format.month(month) },
          { id: "offer", head: t("offer"), cell: ({ content }) => content.offer_title },
          {
            id: "total",
            head: t("total"),
            align: "end",
            cell: (row) => <Money minor={row.total_minor} currency={row.currency} />,
          },
          {
            id: "pdf",
            head: "PDF",
            cell: (row) => (
              <PdfLinks
                href={`/brand/billing/invoices/${row.number}`}
                name={`${t(row.kind)} ${row.number}`}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}
