/** What a letter is written with: the words of one language, and amounts and instants as its readers write them. */
import emailsTexts from "@/app/i18n/en/emails";
import { formatDate, formatMoney, formatMonth } from "@/app/i18n/format";
import type { Locale } from "@/app/i18n/locales";
import { textsIn } from "@/app/i18n/server";

export type Words = {
  locale: Locale;
  /** A text of the `emails` namespace. Keys are put together from a letter's name; a test writes every letter in every language. */
  t: (key: string, fillings?: Record<string, string | number>) => string;
  /** An amount in minor units with its currency. */
  money: (minor: number, currency: string) => string;
  /** A month, `2026-11`. */
  month: (month: string) => string;
  /** An instant to the minute in an IANA zone, which is always named. */
  instant: (iso: string, time_zone: string) => string;
};

export function wordsOf(locale: Locale): Words {
  return {
    locale,
    t: textsIn(locale, emailsTexts) as unknown as Words["t"],
    money: (minor, currency) => formatMoney(minor, currency, locale),
    month: (month) => formatMonth(month, locale),
    instant: (iso, time_zone) => formatDate(iso, locale, "minute_long", time_zone),
  };
}
