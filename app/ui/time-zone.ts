/** The reader's time zone. Only a browser knows it: it leaves it in a cookie, and pages are told in UTC until it has. */
import { readCookie } from "@/app/lib/cookie";

const ZONE_COOKIE = "postbond_zone";

/** The IANA zone that the browser named, checked; UTC where it has not, or where it is none that we know. */
export function timeZoneOf(request: Request): string {
  const zone = readCookie(request, ZONE_COOKIE)?.replaceAll("%2F", "/") ?? "";
  if (!/^[A-Za-z0-9_+\-/]{1,60}$/.test(zone)) return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

/** In the browser: tells the server the zone of this device. */
export function rememberTimeZone(): void {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we serve.
  document.cookie = `${ZONE_COOKIE}=${encodeURIComponent(timeZone)}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
