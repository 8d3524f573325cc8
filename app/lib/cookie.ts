/** Small preferences in cookies: one plain word each, nothing secret. */

const ONE_YEAR_S = 365 * 24 * 60 * 60;

/** The value of a cookie, or null. Nothing is decoded: our own preferences are plain words. */
export function readCookie(request: Request, name: string): string | null {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

/** A `Set-Cookie` that keeps one word for a year. It reaches us from links of other sites too, so that their visitors see their language. */
export function preferenceCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${ONE_YEAR_S}; SameSite=Lax; HttpOnly`;
}
