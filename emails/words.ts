/** What an email is written with: the words of one language, and amounts and instants as its readers write them. */
import emailTexts from "@/app/i18n/en/emails";
import { formatDate, formatMoney, formatMonth } from "@/app/i18n/format";
import type { Locale } from "@/app/i18n/locales";
import { textsIn } from "@/app/i18n/server";

type Fillings = Readonly<Record<string, string | number | undefined>>;

/** How much of a name or title a subject shows: with them it stays within 60 characters, which phones show whole. */
export const SUBJECT_NAME_MAX = 20;
export const SUBJECT_TITLE_MAX = 24;

/** `text` cut to `max` characters, at the end of a word where there is one in its second half. */
export function shorten(text: string, max: number): string {
  const characters = Array.from(text);
  if (characters.length <= max) return text;
  const cut = characters.slice(0, max - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > max / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

export type Words = {
  locale: Locale;
  /** A text of the `emails` namespace. Keys are put together from a template's name; a test renders every email in every language. A key that is not there is an empty text: not every email says what comes next. */
  t: (key: string | readonly string[], fillings?: Fillings) => string;
  /** An amount in minor units with its currency. */
  money: (minor: number, currency: string) => string;
  /** A month, `2026-11`. */
  month: (month: string) => string;
  /** An instant to the minute in an IANA zone, which is always named. */
  instant: (iso: string, time_zone: string) => string;
};

export function wordsOf(locale: Locale): Words {
  const t = textsIn(locale, emailTexts);
  return {
    locale,
    t: (key, fillings) => {
      for (const one of typeof key === "string" ? [key] : key) if (t.has(one)) return t(one, fillings);
      return "";
    },
    money: (minor, currency) => formatMoney(minor, currency, locale),
    month: (month) => formatMonth(month, locale),
    instant: (iso, time_zone) => formatDate(iso, locale, "minute_long", time_zone),
  };
}
