/** The page to go on to after signing in. It comes from the address bar, so it must never lead to somebody else's site. */

/**
 * `given` if it is a path on this site, else `fallback`. `//host`, `/\host`, control characters, schemes and the sign-in pages
 * themselves are all refused: browsers read the first two as another site.
 */
export function safeNext(given: string | null | undefined, fallback = "/"): string {
  if (!given || given.length > 2_000 || !/^\/(?![/\\])/.test(given)) return fallback;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, so "/\t/host" would become "//host".
  if (/[\u0000-\u001f\u007f\\]/.test(given)) return fallback;
  const url = new URL(given, "http://here.invalid");
  if (url.origin !== "http://here.invalid" || url.pathname.startsWith("//")) return fallback;
  if (/^\/(sign-in|sign-out|sign-up)(\/|$)/.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}

/** The address of the sign-in page that comes back to `request`'s page; a form post comes back to where it was shown. */
export function signInPath(request: Request): string {
  const url = new URL(request.url);
  // Remix fetches data for in-page navigation from `<path>.data`; the person is on the page itself.
  const path = url.pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  url.searchParams.delete("_routes");
  const next = safeNext(path + url.search, "");
  return next && next !== "/" ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in";
}
