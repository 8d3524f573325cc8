/**
 * From the English texts to those of another language. `languages.ts` adds them on the server. A browser never has any: the modules that
 * it loads are in its language already.
 */
import type { Locale } from "./locales";

export type Texts = { readonly [key: string]: string | Texts };

const translations = new Map<Locale, Map<Texts, Texts>>();

export function addTranslation(locale: Locale, english: Texts, translated: Texts): void {
  const known = translations.get(locale) ?? new Map<Texts, Texts>();
  translations.set(locale, known.set(english, translated));
}

/** @throws Error on the server for texts that no index lists */
export function translationOf(texts: Texts, locale: Locale): Texts {
  const known = translations.get(locale);
  if (!known) return texts;
  const found = known.get(texts);
  if (!found) throw new Error(`Texts without a translation: ${Object.keys(texts).join(", ")}`);
  return found;
}
