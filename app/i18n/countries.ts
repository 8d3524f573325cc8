/** Countries by name. `Intl` knows them in both languages; the exceptions below are what we say otherwise. */
import { LANGUAGE_TAGS, type Locale } from "./locales";

/** Mainland usage for three names; short forms; and one that browsers and Node, a few years apart, spell in two ways. */
const EXCEPTIONS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { HK: "Hong Kong SAR", MO: "Macao SAR", MM: "Myanmar", TR: "Türkiye" },
  zh: { HK: "中国香港", MO: "中国澳门", TW: "中国台湾", PS: "巴勒斯坦" },
};

const names = new Map<Locale, Intl.DisplayNames>();

/** A country's name from its ISO 3166-1 alpha-2 code; the code itself where none is known. */
export function countryName(code: string, locale: Locale): string {
  const exception = EXCEPTIONS[locale][code];
  if (exception) return exception;
  let known = names.get(locale);
  if (!known) {
    known = new Intl.DisplayNames(LANGUAGE_TAGS[locale], { type: "region", fallback: "code" });
    names.set(locale, known);
  }
  // What is no region code at all would throw.
  return /^[A-Z]{2}$/.test(code) ? (known.of(code) ?? code) : code;
}
