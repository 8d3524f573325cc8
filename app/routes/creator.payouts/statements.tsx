/** Statements of the creator's years. */
import billingCreatorPageTexts from "@/app/i18n/en/billing/creator-page";
import billingWordsTexts from "@/app/i18n/en/billing/words";
import { useTexts } from "@/app/i18n/use-texts";
import { Section } from "@/app/ui/card";
import { PdfLinks } from "@/app/ui/pdf-links";
import { Table } from "@/app/ui/table";

type Year = { year: string; currency: string };

export function Statements({ years }: { years: readonly Year[] }) {
  const t = useTexts(billingCreatorPageTexts);
  const tWords = useTexts(billingWordsTexts);
  return (
    <div id="statements">
      <Section title={t("title")} description={t("lead")}>
        <Table
          caption={t("title")}
          rows={years}
          rowKey={({ year, currency }) => `${year} ${currency}`}
          empty={<p className="text-sm text-ink-soft">{t("none")}</p>}
          columns={[
            { id: "year", head: tWords("year"), title: true, cell: ({ year }) => year },
            { id: "currency", head: tWords("currency"), cell: ({ currency }) => currency },
            {
              id: "pdf",
              head: tWords("statement"),
              cell: ({ year, currency }) => (
                <PdfLinks
                  href={`/creator/statements/${year}?currency=${currency}`}
                  name={`${tWords("statement")} ${year} ${currency}`}
                />
              ),
            },
          ]}
        />
      </Section>
    </div>
  );
}
