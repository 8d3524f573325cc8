/** The balance sheet: one for each currency, one line for each class of accounts, both sides equal. */

import { ACCOUNT_CLASS_NAMES } from "@/app/domain/ledger/account-classes";
import booksPagesTexts from "@/app/i18n/en/books/pages";
import booksWordsTexts from "@/app/i18n/en/books/words";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Badge } from "@/app/ui/badge";
import { Card, Section } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { Money } from "@/app/ui/money";
import { useAccountName } from "../operator.ledger/parts/text";
import type { useOverview } from "./facts";

type Line = ReturnType<typeof useOverview>["sheet"][number];

export function WhereAllIs({ sheet }: { sheet: Line[] }) {
  const t = useTexts(booksPagesTexts);
  const currencies = [...new Set(sheet.map(({ currency }) => currency))].sort();
  return (
    <Section title={t("overview.where")} description={t("overview.where_lead")}>
      {currencies.length === 0 ? (
        <EmptyState scene="money" title={t("overview.empty")} />
      ) : (
        <div className="space-y-4">
          {currencies.map((currency) => (
            <Sheet
              key={currency}
              currency={currency}
              lines={sheet.filter((line) => line.currency === currency)}
            />
          ))}
        </div>
      )}
    </Section>
  );
}

const isLeft = ({ kind }: Line) => kind === "asset" || kind === "expense";
const sum = (lines: Line[]) => lines.reduce((total, { balance_minor }) => total + balance_minor, 0);

function Sheet({ currency, lines }: { currency: string; lines: Line[] }) {
  const t = useTexts(booksPagesTexts);
  const format = useFormat();
  const left = lines.filter(isLeft);
  const right = lines.filter((line) => !isLeft(line));
  const off = sum(left) - sum(right);
  return (
    <Card>
      <div className="mb-3 flex items-center justify-between gap-4">
        <h3 className="text-lg font-semibold">{currency}</h3>
        <Badge tone={off === 0 ? "success" : "danger"}>
          {off === 0
            ? t("overview.balanced")
            : t("overview.not_balanced", { amount: format.money(off, currency) })}
        </Badge>
      </div>
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
        <Side title={t("overview.left")} currency={currency} lines={left} />
        <Side title={t("overview.right")} currency={currency} lines={right} />
      </div>
    </Card>
  );
}

function Side({ title, currency, lines }: { title: string; currency: string; lines: Line[] }) {
  const t = useTexts(booksWordsTexts);
  const tPages = useTexts(booksPagesTexts);
  const nameOf = useAccountName();
  const format = useFormat();
  const linkOf = ({ name }: Line) =>
    `/operator/ledger/accounts?class=${ACCOUNT_CLASS_NAMES.find((one) => one === name) ?? "platform"}&currency=${currency}&with_money=on`;
  return (
    <div className="flex flex-col">
      <p className="border-b border-line-strong pb-1.5 text-xs font-semibold text-ink-faint">{title}</p>
      <dl className="divide-y divide-line">
        {lines.map((line) => (
          <div key={line.name} className="flex items-baseline justify-between gap-4 py-2 text-sm">
            <dt className="min-w-0">
              <a href={linkOf(line)} className="hover:underline">
                {nameOf(line.name)}
              </a>
              <span className="ml-2 text-xs text-ink-faint">
                {t(`nature.${line.kind}`)}
                {line.accounts > 1 ? ` · ${format.number(line.accounts)}` : ""}
              </span>
            </dt>
            <dd className="shrink-0">
              <Money minor={line.balance_minor} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-auto flex justify-between gap-4 border-t-2 border-line-strong pt-2 font-semibold">
        <span>{tPages("transactions.sum")}</span>
        <Money minor={sum(lines)} currency={currency} />
      </p>
    </div>
  );
}
