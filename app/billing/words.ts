/** What a paper is written with: the words of one language, and money, days and months as its readers write them. */

import type { BillingParty } from "@/app/domain/billing/vocabulary";
import brandPageTexts from "@/app/i18n/en/billing/brand-page";
import billingWordsTexts from "@/app/i18n/en/billing/words";
import { formatDate, formatMoney, formatMonth } from "@/app/i18n/format";
import { LANGUAGE_TAGS, type Locale } from "@/app/i18n/locales";
import { textsIn } from "@/app/i18n/server";
import { env } from "@/app/lib/env";
import type { Party } from "./document";

/** @param time_zone in which the paper's days are counted */
export function billingWords(locale: Locale, currency: string, time_zone: string) {
  const t = textsIn(locale, billingWordsTexts);
  return {
    t,
    language: LANGUAGE_TAGS[locale],
    money: (minor: number) => formatMoney(minor, currency, locale),
    day: (at: Date) => formatDate(at, locale, "day", time_zone),
    /** A month in words; a year as it is. */
    period: (name: string) => (name.length === 4 ? name : formatMonth(name, locale)),
    /** What a statement over every offer of a brand is about. */
    whole_brand: textsIn(locale, brandPageTexts)("whole_brand"),
    page: (page: number, pages: number) => t("page", { page, pages }),
    party: (label: string, { name, address, tax_id }: BillingParty): Party => ({
      label,
      name,
      lines: [address, tax_id && `${t("tax_id")}: ${tax_id}`].filter(Boolean),
    }),
  };
}

/** Who issues papers today; an invoice that was issued keeps who it was then. */
export function issuer(): BillingParty {
  return { name: env.ISSUER_NAME, address: env.ISSUER_ADDRESS, tax_id: env.ISSUER_TAX_ID };
}
