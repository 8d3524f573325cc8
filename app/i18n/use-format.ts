/** The formats of the page's own language, for components. */
import { useTranslation } from "react-i18next";
import {
  type DateStyle,
  formatCountry,
  formatDate,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelative,
} from "./format";
import type { Locale } from "./locales";

export function useLocale(): Locale {
  return useTranslation().i18n.language as Locale;
}

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
    relative: (instant: Date | string, now: Date | string) => formatRelative(instant, now, locale),
    country: (code: string) => formatCountry(code, locale),
    list: (items: readonly string[]) => formatList(items, locale),
  };
}
