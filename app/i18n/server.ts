/** Language on the server: whose request it is, and the words for it. Loads both languages; no browser module may import this. */
import type { Namespace, TFunction } from "i18next";
import { getUser } from "@/app/auth/session";
import { readCookie } from "@/app/lib/cookie";
import { instanceFor } from "./instance";
import "./languages";
import { DEFAULT_LOCALE, isLocale, type Locale, negotiate } from "./locales";

export const LOCALE_COOKIE = "postbond_locale";

/** The language by what the request itself carries: the cookie of the language switch, else what the browser asks for. */
export function localeOfRequest(request: Request): Locale {
  const chosen = readCookie(request, LOCALE_COOKIE);
  return isLocale(chosen) ? chosen : (negotiate(request.headers.get("accept-language")) ?? DEFAULT_LOCALE);
}

/** The language of whoever asks: chosen on this device, else kept with their account, else asked for by their browser. */
export async function getLocale(request: Request): Promise<Locale> {
  const chosen = readCookie(request, LOCALE_COOKIE);
  if (isLocale(chosen)) return chosen;
  return (await getUser(request))?.locale ?? localeOfRequest(request);
}

/** The words of `locale`; keys without a namespace are looked up in the first one given. */
export function fixedT<Ns extends Namespace>(locale: Locale, ns: Ns): TFunction<Ns> {
  return instanceFor(locale).getFixedT(locale, ns) as TFunction<Ns>;
}

/** The words for whoever sent `request`, for loaders, actions and errors. */
export async function getT<Ns extends Namespace>(request: Request, ns: Ns): Promise<TFunction<Ns>> {
  return fixedT(await getLocale(request), ns);
}
