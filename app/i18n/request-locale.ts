/** The language that a request itself asks for, without a look at anybody's account. */
import { readCookie } from "@/app/lib/cookie";
import { DEFAULT_LOCALE, isLocale, type Locale, negotiate } from "./locales";

export const LOCALE_COOKIE = "postbond_locale";

/** The language by what the request itself carries: the cookie of the language switch, else what the browser asks for. */
export function localeOfRequest(request: Request): Locale {
  const chosen = readCookie(request, LOCALE_COOKIE);
  return isLocale(chosen) ? chosen : (negotiate(request.headers.get("accept-language")) ?? DEFAULT_LOCALE);
}
