/** Statements, month by month and currency by currency. */

import billingBrandPageTexts from "@/app/i18n/en/billing/brand-page";
import billingWordsTexts from "@/app/i18n/en/billing/words";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import type { OfferId } from "@/app/lib/ids";
import { Badge } from "@/app/ui/badge";
import { Section } from "@/app/ui/card";
import { PdfLinks } from "@/app/ui/pdf-links";
import { Table } from "@/app/ui/table";

type Month = { month: string; currency: string };
type Props = { months: readonly Month[]; present: string; offer_id: OfferId | null };

export function Statements({ months, present, offer_id }: Props) {
  const t = useTexts(billingWordsTexts);
  const tBrandPage = useTexts(billingBrandPageTexts);
  const format = useFormat();
  const addressOf = ({ month, currency }: Month) =>
    `/brand/billing/statements/${month}?${new URLSearchParams({ currency, ...(offer_id ? { offer: offer_id } : {}) })}`;
  return (
    <Section title={tBrandPage("statements")}>
      <Table
        caption={tBrandPage("statements")}
        rows={months}
        rowKey={({ month, currency }) => `${month} ${currency}`}
        columns={[
          {
            id: "month",
            head: t("month"),
            title: true,
            cell: ({ month }) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                {format.month(month)}
                {month === present ? <Badge tone="neutral">{tBrandPage("running")}</Badge> : null}
              </span>
            ),
          },
          { id: "currency", head: t("currency"), cell: ({ currency }) => currency },
          {
            id: "pdf",
            head: t("statement"),
            cell: (row) => (
              <PdfLinks
                href={addressOf(row)}
                name={`${t("statement")} ${format.month(row.month)} ${row.currency}`}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}
