/** The language of a paper: the one it is asked for in, else the reader's own. */
import { isLocale, type Locale } from "./locales";
import { getLocale } from "./server";

export async function documentLocale(request: Request): Promise<Locale> {
  const asked = new URL(request.url).searchParams.get("lang");
  return isLocale(asked) ? asked : getLocale(request);
}
