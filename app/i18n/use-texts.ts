/** The texts of a file in the page's language, for components. */
import { useRequestInfo } from "../ui/request-info";
import type { Locale } from "./locales";
import { type Texts, type Translator, translator } from "./texts";

export function useTexts<T extends Texts>(texts: T): Translator<T> {
  return translator(texts, useLocale());
}

export function useLocale(): Locale {
  return useRequestInfo().locale;
}
