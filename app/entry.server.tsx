/**
 * Renders a page. Our loaders answer whole, so nothing is streamed: the page and its data become one string, which costs a fifth less
 * than a stream and lets the response carry its length. A loader that defers after all is awaited here.
 */
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import type { Locale } from "./i18n/locales";
import { localeOfRequest } from "./i18n/request-locale";
import { textsInHead } from "./i18n/texts-in-head";
import { log } from "./lib/log";
import { RequestInfoContext } from "./ui/request-info";
import { appearanceOf } from "./ui/theme";

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  load_context?: AppLoadContext,
): Promise<Response> {
  // Vite's development server has no load context: no policy guards its pages.
  const nonce = load_context?.nonce ?? "";
  const info = {
    ...appearanceOf(request),
    // The root loader knows the user's own language; where it failed, the request's must do.
    locale: rootLocale(context) ?? localeOfRequest(request),
    nonce,
    request_id: load_context?.requestId ?? "",
  };
  const data = await collect(context);
  const markup = renderToString(
    <RequestInfoContext.Provider value={info}>
      <RemixServer context={context} url={request.url} nonce={nonce} />
    </RequestInfoContext.Provider>,
  );
  const scripts = context.renderMeta?.didRenderScripts ? dataScripts(data, nonce) : "";
  headers.set("content-type", "text/html; charset=utf-8");
  headers.append("vary", "cookie, accept-language");
  // React tolerates what follows its own elements at the end of the head and of the body.
  const head = scripts ? textsInHead(context, info.locale, nonce) : "";
  const page = markup.replace("</head>", () => `${head}</head>`).replace(/<\/body><\/html>$/, "");
  return new Response(`<!doctype html>${page}${scripts}</body></html>`, {
    status,
    headers,
  });
}

function rootLocale(context: EntryContext): Locale | undefined {
  return context.staticHandlerContext.loaderData?.root?.locale;
}

/**
 * Takes the loaders' data out of the page's stream. React would have to render in pieces to write it itself; it is written behind the
 * page instead, in the same words that Remix's own `StreamTransfer` uses.
 */
async function collect(context: EntryContext): Promise<string> {
  if (!context.serverHandoffStream) return "";
  const text = await new Response(context.serverHandoffStream).text();
  context.serverHandoffStream = undefined;
  return text;
}

function dataScripts(data: string, nonce: string): string {
  const open = `<script nonce="${nonce}">window.__remixContext.streamController`;
  return `${data ? `${open}.enqueue(${escapeForScript(JSON.stringify(data))});</script>` : ""}${open}.close();</script>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "\\u0026",
  ">": "\\u003e",
  "<": "\\u003c",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** JSON that cannot end the script it stands in. */
function escapeForScript(json: string): string {
  return json.replace(/[&><\u2028\u2029]/g, (found) => ESCAPES[found] ?? found);
}

/** Faults of ours, told apart from visitors who left. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context?: AppLoadContext },
) {
  if (request.signal.aborted) return;
  // An address without a page, a form with a wrong method: the visitor is told, and nothing of ours is at fault.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  log.error(
    {
      err: error,
      request_id: context?.requestId,
      method: request.method,
      path: new URL(request.url).pathname,
    },
    "a page failed",
  );
}
