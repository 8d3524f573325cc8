/** What a document's head tells the browser about texts: which language the bare names lead to, and which files this page begins with. */

import built from "virtual:built-texts";
import type { EntryContext } from "@remix-run/node";
import type { Locale } from "./locales";

const PREFIX = "texts/";

/** Nothing under the development server, which resolves each name itself. */
export function textsInHead(context: EntryContext, locale: Locale, nonce: string): string {
  if (!built) return "";
  const address = `${built.base}${locale}/`;
  const map = `<script type="importmap" nonce="${nonce}">${JSON.stringify({ imports: { [PREFIX]: address } })}</script>`;
  // Small, many, and needed only once the scripts run: on a slow line the styles and the font go before them.
  const preloads = textsOf(context).map(
    (name) => `<link rel="modulepreload" fetchpriority="low" href="${address}${name.slice(PREFIX.length)}">`,
  );
  return map + preloads.join("");
}

function textsOf({ manifest, staticHandlerContext }: EntryContext): string[] {
  const routes = staticHandlerContext.matches.map(({ route }) => manifest.routes[route.id]);
  const scripts = [manifest.entry, ...routes].flatMap((entry) =>
    entry ? [entry.module, ...(entry.imports ?? [])] : [],
  );
  return [...new Set(scripts.flatMap((script) => built?.byScript[script] ?? []))];
}
