/** Statements of the creator's years. */
import { useTranslation } from "react-i18next";
import { Section } from "@/app/ui/card";
import { PdfLinks } from "@/app/ui/pdf-links";
import { Table } from "@/app/ui/table";

type Year = { year: string; currency: string };

export function Statements({ years }: { years: readonly Year[] }) {
  const { t } = useTranslation("billing");
  return (
    <div id="statements">
      <Section title={t("creator_page.title")} description={t("creator_page.lead")}>
        <Table
          caption={t("creator_page.title")}
          rows={years}
          rowKey={({ year, currency }) => `${year} ${currency}`}
          empty={<p className="text-sm text-ink-soft">{t("creator_page.none")}</p>}
          columns={[
            { id: "year", head: t("year"), title: true, cell: ({ year }) => year },
            { id: "currency", head: t("currency"), cell: ({ currency }) => currency },
            {
              id: "pdf",
              head: t("statement"),
              cell: ({ year, currency }) => (
                <PdfLinks
                  href={`/creator/statements/${year}?currency=${currency}`}
                  name={`${t("statement")} ${year} ${currency}`}
                />
              ),
            },
          ]}
        />
      </Section>
    </div>
  );
}
