/** Fetches the texts of one language, and only of that one, before a page is brought to life in the browser. */
import { addLanguage, type Texts } from "./instance";
import { DEFAULT_LOCALE, type Locale, localeOfTag } from "./locales";

const LANGUAGES: Record<Locale, () => Promise<{ default: Texts }>> = {
  en: () => import("./en"),
  zh: () => import("./zh"),
};

/** Loads the language that the server wrote into `<html lang>`. */
export async function loadDocumentLanguage(): Promise<void> {
  const locale = localeOfTag(document.documentElement.lang) ?? DEFAULT_LOCALE;
  addLanguage(locale, (await LANGUAGES[locale]()).default);
}
