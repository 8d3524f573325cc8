/** A creator's statement of a year as a paper. */
import type { CreatorLineKind, CreatorStatement } from "@/app/domain/billing/queries/creator-statement";
import type { BillingParty } from "@/app/domain/billing/vocabulary";
import type { Locale } from "@/app/i18n/locales";
import type { BillingDocument } from "./document";
import { billingWords, issuer } from "./words";

/** Which lines add up to which sum below the table. */
const SUMS = [
  ["earned", ["pay", "payment_reversed"]],
  ["samples", ["sample"]],
  ["taken", ["owed"]],
  ["sent", ["sent", "not_sent", "taken_back", "not_taken_back"]],
] as const satisfies ReadonlyArray<readonly [string, readonly CreatorLineKind[]]>;

export type CreatorStatementAbout = { locale: Locale; currency: string; year: string; creator: BillingParty };

export function creatorStatementDocument(
  about: CreatorStatementAbout,
  statement: CreatorStatement,
): BillingDocument {
  const { t, language, money, day, period, page, party } = billingWords(about.locale, about.currency, "UTC");
  let balance_minor = statement.opening_minor;
  const rows = statement.lines.map((line) => {
    balance_minor += line.amount_minor;
    return {
      cells: [day(line.at), t(`creator_lines.${line.kind}`), money(line.amount_minor), money(balance_minor)],
      below: `${line.offer_title} · ${line.brand_name}`,
    };
  });
  const sumOf = (kinds: readonly CreatorLineKind[]) =>
    statement.lines.reduce((sum, line) => sum + (kinds.includes(line.kind) ? line.amount_minor : 0), 0);
  return {
    language,
    title: t("statement"),
    subtitle: period(about.year),
    from: party(t("from"), issuer()),
    to: party(t("for"), about.creator),
    facts: [
      [t("year"), about.year],
      [t("currency"), about.currency],
      [t("time_zone"), "UTC"],
    ],
    columns: [
      { head: t("date"), width: 74 },
      { head: t("what") },
      { head: t("amount"), width: 90, align: "end" },
      { head: t("balance"), width: 90, align: "end" },
    ],
    rows: [{ cells: ["", t("opening"), "", money(statement.opening_minor)], strong: true }, ...rows],
    empty: t("nothing"),
    totals: [
      ...SUMS.map(([name, kinds]) => [t(`sums.${name}`), money(sumOf(kinds))] as const),
      [t("closing"), money(statement.closing_minor)],
    ],
    notes: [t("notes.creator_statement")],
    page,
  };
}
