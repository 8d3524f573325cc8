/** Language on the server: whose request it is, and the words for it. Loads both languages; no browser module may import this. */
import type { Namespace, TFunction } from "i18next";
import { getUser } from "@/app/auth/session";
import { readCookie } from "@/app/lib/cookie";
import { instanceFor } from "./instance";
import "./languages";
import { isLocale, type Locale } from "./locales";
import { LOCALE_COOKIE, localeOfRequest } from "./request-locale";

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
