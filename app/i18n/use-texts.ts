/** The texts of a file in the page's language, for components. */
import { useRequestInfo } from "../ui/request-info";
import type { Locale } from "./locales";
import { type Translator, translator } from "./texts";
import type { Texts } from "./translations";

export function useTexts<T extends Texts>(texts: T): Translator<T> {
  return translator(texts, useLocale());
}

export function useLocale(): Locale {
  return useRequestInfo().locale;
}
