/** A brand's statement as a paper. */
import type { BrandStatement } from "@/app/domain/billing/queries/brand-statement";
import type { BillingParty } from "@/app/domain/billing/vocabulary";
import type { Locale } from "@/app/i18n/locales";
import type { BillingDocument } from "./document";
import { billingWords, issuer } from "./words";

export type BrandStatementAbout = {
  locale: Locale;
  currency: string;
  time_zone: string;
  /** `2026-11` */
  month: string;
  customer: BillingParty;
  /** The one offer that it is about. */
  offer_title: string | null;
};

export function brandStatementDocument(
  about: BrandStatementAbout,
  statement: BrandStatement,
): BillingDocument {
  const { t, language, money, day, period, page, party, whole_brand } = billingWords(
    about.locale,
    about.currency,
    about.time_zone,
  );
  let balance_minor = statement.opening_minor;
  const rows = statement.lines.map((line) => {
    balance_minor += line.amount_minor;
    const below = [about.offer_title ? null : line.offer_title, line.creator_name]
      .filter(Boolean)
      .join(" · ");
    return {
      cells: [day(line.at), t(`brand_lines.${line.kind}`), money(line.amount_minor), money(balance_minor)],
      below,
    };
  });
  return {
    language,
    title: t("statement"),
    subtitle: period(about.month),
    from: party(t("from"), issuer()),
    to: party(t("for"), about.customer),
    facts: [
      [t("period"), period(about.month)],
      [t("currency"), about.currency],
      [t("offer"), about.offer_title ?? whole_brand],
      [t("time_zone"), about.time_zone],
    ],
    columns: [
      { head: t("date"), width: 74 },
      { head: t("what") },
      { head: t("amount"), width: 90, align: "end" },
      { head: t("balance"), width: 90, align: "end" },
    ],
    rows: [{ cells: ["", t("opening"), "", money(statement.opening_minor)], strong: true }, ...rows],
    empty: t("nothing"),
    totals: [[t("closing"), money(statement.closing_minor)]],
    notes: [t("notes.brand_statement")],
    page,
  };
}
