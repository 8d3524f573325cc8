/** The languages of the product. A short name in cookies and the database, a BCP 47 tag wherever a standard is spoken to. */
export const LOCALES = ["en", "zh"] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "en";

/** What `<html lang>` and `Intl` are told. */
export const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { en: "en-US", zh: "zh-CN" };

/** Each language's name in itself: whoever looks for it may read no other. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: "English", zh: "简体中文" };

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** The language of a BCP 47 tag such as `zh-Hans-CN`, or null when we do not speak it. */
export function localeOfTag(tag: string): Locale | null {
  const language = tag.trim().toLowerCase().split("-")[0];
  return isLocale(language) ? language : null;
}

/** The best language for an `Accept-Language` header, by its weights; null when it names none of ours. */
export function negotiate(header: string | null): Locale | null {
  const wanted = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.split(";");
      const weight = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { locale: localeOfTag(tag), q: weight ? Number(weight.trim().slice(2)) : 1 };
    })
    .filter((entry) => entry.q > 0)
    // Sorting is stable: equal weights keep the order in which the browser wrote them.
    .sort((a, b) => b.q - a.q);
  return wanted.find((entry) => entry.locale !== null)?.locale ?? null;
}
