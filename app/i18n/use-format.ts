/** The formats of the page's own language, for components. */

import { countryName } from "./countries";
import {
  type DateStyle,
  formatDate,
  formatList,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatRelative,
} from "./format";
import { useLocale } from "./use-texts";

export function useFormat() {
  const locale = useLocale();
  return {
    locale,
    money: (minor: number, currency: string, options?: { compact?: boolean }) =>
      formatMoney(minor, currency, locale, options),
    number: (value: number, options?: { short?: boolean }) => formatNumber(value, locale, options),
    percent: (bps: number) => formatPercent(bps, locale),
    date: (instant: Date | string, style?: DateStyle, time_zone?: string) =>
      formatDate(instant, locale, style, time_zone),
    month: (month: string) => formatMonth(month, locale),
    relative: (instant: Date | string, now: Date | string) => formatRelative(instant, now, locale),
    country: (code: string) => countryName(code, locale),
    /** Chinese has no space after a full stop. */
    sentences: (...sentences: string[]) => sentences.filter(Boolean).join(locale === "zh" ? "" : " "),
    list: (items: readonly string[]) => formatList(items, locale),
  };
}
