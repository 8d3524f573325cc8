/** An invoice or a credit note as a paper: as it was issued, whatever has changed since. */
import type { BrandLineKind } from "@/app/domain/billing/brand-lines";
import type { Invoice, InvoiceLine } from "@/app/domain/billing/queries/invoices";
import type { Locale } from "@/app/i18n/locales";
import type { BillingDocument } from "./document";
import { billingWords } from "./words";

export function invoiceDocument(
  locale: Locale,
  invoice: Invoice,
  lines: readonly InvoiceLine[],
): BillingDocument {
  const { content, currency } = invoice;
  const words = billingWords(locale, currency, content.time_zone);
  const { t, language, money, day, period, page, party } = words;
  return {
    language,
    title: t(invoice.kind),
    subtitle: invoice.number,
    from: party(t("from"), content.issuer),
    to: party(t("for"), content.customer),
    facts: [
      [t("number"), invoice.number],
      [t("issued"), day(invoice.issued_at)],
      [t("period"), period(invoice.month)],
      [t("currency"), currency],
      [t("offer"), content.offer_title],
    ],
    columns: [
      { head: t("date"), width: 74 },
      { head: t("what") },
      { head: t("amount"), width: 100, align: "end" },
    ],
    rows: lines.map((line) => ({
      cells: [day(line.at), t(`brand_lines.${line.kind as BrandLineKind}`), money(line.amount_minor)],
      below: line.creator_name ?? undefined,
    })),
    empty: t("nothing"),
    totals: [...sumsByKind(words, lines), [t("total"), money(invoice.total_minor)]],
    notes: [t(`notes.${invoice.kind}`), t("notes.no_fapiao")],
    page,
  };
}

function sumsByKind({ t, money }: ReturnType<typeof billingWords>, lines: readonly InvoiceLine[]) {
  const sums = new Map<string, number>();
  for (const { kind, amount_minor } of lines) sums.set(kind, (sums.get(kind) ?? 0) + amount_minor);
  return [...sums].map(([kind, minor]) => [t(`brand_lines.${kind as BrandLineKind}`), money(minor)] as const);
}
