/** How much came in and where it is, per currency: a sum that anybody can do again. */
import booksPublicTexts from "@/app/i18n/en/books/public";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Badge } from "@/app/ui/badge";
import { Card, Section } from "@/app/ui/card";
import { cx } from "@/app/ui/class-names";
import { EmptyState } from "@/app/ui/empty-state";
import { Money } from "@/app/ui/money";
import type { Checked } from "./facts";

const LINES = ["held", "paid_out", "refunded", "earned", "charged_back"] as const;

export function Totals({ totals }: { totals: Checked["totals"] }) {
  const t = useTexts(booksPublicTexts);
  return (
    <Section title={t("totals")} description={t("totals_lead")}>
      {totals.length === 0 ? (
        <EmptyState scene="money" title={t("no_totals")} />
      ) : (
        <div className={cx("grid gap-4", totals.length > 1 && "lg:grid-cols-2")}>
          {totals.map((total) => (
            <Total key={total.currency} total={total} />
          ))}
        </div>
      )}
    </Section>
  );
}

function Total({ total }: { total: Checked["totals"][number] }) {
  const t = useTexts(booksPublicTexts);
  const format = useFormat();
  const { currency } = total;
  // What happened nowhere is left out; what is held is always said.
  const shown = LINES.filter(
    (line) => line === "held" || line === "paid_out" || total[`${line}_minor`] !== 0,
  );
  return (
    <Card>
      <div className="flex items-baseline justify-between gap-4 border-b border-line pb-3">
        <h3 className="font-semibold">
          {t("line.funded")} <span className="font-normal text-ink-faint">{currency}</span>
        </h3>
        <Money minor={total.funded_minor} currency={currency} className="text-xl font-bold sm:text-2xl" />
      </div>
      <dl className="divide-y divide-line text-sm">
        {shown.map((line) => (
          <Line key={line} label={t(`line.${line}`)} minor={total[`${line}_minor`]} currency={currency} />
        ))}
        {total.absorbed_minor !== 0 ? (
          <Line label={t("line.absorbed")} minor={-total.absorbed_minor} currency={currency} />
        ) : null}
      </dl>
      <p className="mt-3">
        <Badge tone={total.unexplained_minor === 0 ? "success" : "danger"}>
          {total.unexplained_minor === 0
            ? t("adds_up")
            : t("off", { amount: format.money(total.unexplained_minor, currency) })}
        </Badge>
      </p>
    </Card>
  );
}

function Line({ label, minor, currency }: { label: string; minor: number; currency: string }) {
  return (
    <div className="flex justify-between gap-4 py-2.5">
      <dt>{label}</dt>
      <dd className="shrink-0 font-medium">
        <Money minor={minor} currency={currency} />
      </dd>
    </div>
  );
}
