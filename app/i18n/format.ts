/** Amounts, numbers and moments as the readers of each language write them. Everything here is pure; the present is a parameter. */
import { DAY_MS } from "@/app/lib/clock";
import { decimalsOf } from "@/app/lib/money";
import { LANGUAGE_TAGS, type Locale } from "./locales";

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

/** Making an Intl format costs some 50 µs, using one about 1: each is made once. */
function kept<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => T,
): T {
  let format = formats.get(key) as T | undefined;
  if (!format) {
    format = make();
    formats.set(key, format);
  }
  return format;
}

/**
 * `minor` units of `currency` as text, with the decimals of that currency (none for yen, three for Kuwaiti dinars).
 * Whole amounts drop their zeros when `compact` is set: right in a headline, wrong in a table.
 */
export function formatMoney(
  minor: number,
  currency: string,
  locale: Locale,
  options: { compact?: boolean } = {},
): string {
  const decimals = decimalsOf(currency);
  const whole = options.compact && minor % 10 ** decimals === 0;
  const digits = whole ? 0 : decimals;
  const format = kept(
    `money ${locale} ${currency} ${digits}`,
    () =>
      new Intl.NumberFormat(LANGUAGE_TAGS[locale], {
        style: "currency",
        currency,
        currencyDisplay: "narrowSymbol",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );
  const text = format.format(minor / 10 ** decimals);
  // Several countries write "$", and both yen and yuan are "¥": only US dollars may stand without their code.
  return /^-?[$¥]/.test(text) && currency !== "USD" ? `${text} ${currency}` : text;
}

export function formatNumber(value: number, locale: Locale, options: { short?: boolean } = {}): string {
  return kept(
    `number ${locale} ${options.short ?? false}`,
    () =>
      new Intl.NumberFormat(
        LANGUAGE_TAGS[locale],
        options.short ? { notation: "compact", maximumFractionDigits: 1 } : {},
      ),
  ).format(value);
}

/** Hundredths of a percent as a percentage: 9500 → "95%". */
export function formatPercent(bps: number, locale: Locale): string {
  return kept(
    `percent ${locale}`,
    () => new Intl.NumberFormat(LANGUAGE_TAGS[locale], { style: "percent", maximumFractionDigits: 1 }),
  ).format(bps / 10_000);
}

export type DateStyle = "day" | "day_short" | "minute" | "minute_of_year" | "minute_long";

const DATE_STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  day: { year: "numeric", month: "short", day: "numeric" },
  day_short: { month: "short", day: "numeric" },
  minute: { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  minute_of_year: {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
  minute_long: {
    year: "numeric",
    month: "short",
    day: "numeric",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  },
};

/** An instant in an IANA zone (UTC where none is known). Only `minute_long` names the zone. */
export function formatDate(
  instant: Date | string,
  locale: Locale,
  style: DateStyle = "day",
  time_zone = "UTC",
): string {
  const zoned_chinese = locale === "zh" && style === "minute_long";
  const format = kept(
    `date ${locale} ${style} ${time_zone}`,
    () =>
      new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], {
        ...DATE_STYLES[style],
        // "纽约时间" says more than "GMT-5"; UTC has no city.
        ...(zoned_chinese && time_zone !== "UTC" && { timeZoneName: "shortGeneric" }),
        timeZone: time_zone,
      }),
  );
  const date = new Date(instant);
  return zoned_chinese ? zoneLast(format.formatToParts(date)) : format.format(date);
}

/** In Chinese the zone follows the hour, in brackets: "2026年12月5日周六 12:00（纽约时间）"; Intl puts it before the hour. */
function zoneLast(parts: Intl.DateTimeFormatPart[]): string {
  const zone = parts.findIndex(({ type }) => type === "timeZoneName");
  const rest = parts.filter((_, at) => at !== zone && at !== zone + 1);
  return `${rest.map(({ value }) => value).join("")}（${parts[zone]?.value}）`;
}

/** A month such as `2026-11` in words. */
export function formatMonth(month: string, locale: Locale): string {
  return kept(
    `month ${locale}`,
    () => new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], { year: "numeric", month: "long", timeZone: "UTC" }),
  ).format(new Date(`${month}-15T00:00:00Z`));
}

const STEPS: ReadonlyArray<[Intl.RelativeTimeFormatUnit, number]> = [
  ["year", 365 * DAY_MS],
  ["month", 30 * DAY_MS],
  ["day", DAY_MS],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/**
 * How far `instant` is from `now`: "in 3 days", "2 hours ago". Time that is left is rounded down (a promise of three days is never
 * shown while less than three are left), time that has passed too.
 */
export function formatRelative(instant: Date | string, now: Date | string, locale: Locale): string {
  const distance_ms = new Date(instant).getTime() - new Date(now).getTime();
  const format = kept(
    `relative ${locale}`,
    () => new Intl.RelativeTimeFormat(LANGUAGE_TAGS[locale], { numeric: "always" }),
  );
  for (const [unit, unit_ms] of STEPS) {
    const count = Math.trunc(distance_ms / unit_ms);
    if (count !== 0) return format.format(count, unit);
  }
  return kept(
    `now ${locale}`,
    () => new Intl.RelativeTimeFormat(LANGUAGE_TAGS[locale], { numeric: "auto" }),
  ).format(0, "second");
}

/** Words joined as in prose: "a, b, and c", “甲、乙和丙”. */
export function formatList(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(LANGUAGE_TAGS[locale], { type: "conjunction" }).format(items);
}
