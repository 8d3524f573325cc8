/** Language on the server: whose request it is, and the words for it. Loads both languages; no browser module may import this. */
import { getUser } from "@/app/auth/session";
import { readCookie } from "@/app/lib/cookie";
import "./languages";
import { isLocale, type Locale } from "./locales";
import { type Refused, refusalText } from "./refusal-text";
import { LOCALE_COOKIE, localeOfRequest } from "./request-locale";
import { type Translator, translator } from "./texts";
import type { Texts } from "./translations";

/** The language of whoever asks: chosen on this device, else kept with their account, else asked for by their browser. */
export async function getLocale(request: Request): Promise<Locale> {
  const chosen = readCookie(request, LOCALE_COOKIE);
  if (isLocale(chosen)) return chosen;
  return (await getUser(request))?.locale ?? localeOfRequest(request);
}

/** The words of `texts` in `locale`, where both languages are loaded. */
export function textsIn<T extends Texts>(locale: Locale, texts: T): Translator<T> {
  return translator(texts, locale);
}

/** The words of `texts` for whoever sent `request`. */
export async function getT<T extends Texts>(request: Request, texts: T): Promise<Translator<T>> {
  return textsIn(await getLocale(request), texts);
}

/** What whoever sent `request` reads of each refusal. */
export async function refusalTexts(request: Request, refusals: readonly Refused[]): Promise<string[]> {
  const locale = await getLocale(request);
  return refusals.map((refused) => refusalText(locale, refused));
}
