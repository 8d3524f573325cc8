/** The document around every page, what all pages know, and what is shown when one of them cannot be. */
import "./app.css";
import latinFont from "@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?url";
import { type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { getUser } from "./auth/session";
import commonTexts from "./i18n/en/common";
import { LANGUAGE_TAGS } from "./i18n/locales";
import { getLocale } from "./i18n/server";
import { translator } from "./i18n/texts";
import { now } from "./lib/clock";
import { ErrorPage } from "./ui/error-page";
import { RootPageFacts } from "./ui/page-facts";
import { NavigationProgress } from "./ui/progress";
import { useRequestInfo } from "./ui/request-info";
import { AppShell } from "./ui/shell/app-shell";
import type { RootData } from "./ui/shell/root-data";
import { appearanceOf } from "./ui/theme";
import { timeZoneOf } from "./ui/time-zone";

export async function loader({ request }: LoaderFunctionArgs): Promise<RootData> {
  const url = new URL(request.url);
  // One address a page: "/offers/" and "/offers" would otherwise be two.
  if (url.pathname.length > 1 && url.pathname.endsWith("/"))
    throw redirect(url.pathname.replace(/\/+$/, "").replace(/^\/+/, "/") + url.search, 301);
  const user = await getUser(request);
  return {
    locale: await getLocale(request),
    ...appearanceOf(request),
    time_zone: timeZoneOf(request),
    user: user && {
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      email_verified: user.email_verified,
    },
    now: now().toISOString(),
  };
}

/** The business present moves on between pages, so it is asked for again with each of them. */
export function shouldRevalidate() {
  return true;
}

/** Asked for before the stylesheet names it: `app/fonts.css` leaves out a font that comes late. */
export const links: LinksFunction = () => [
  { rel: "preload", as: "font", type: "font/woff2", href: latinFont, crossOrigin: "anonymous" },
];

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  // An address that leads nowhere has no data, and with it no language: `Layout` then writes the title.
  if (!data) return [];
  const t = translator(commonTexts, data.locale);
  const title = `${t("name")} · ${t("tagline")}`;
  return [
    { title },
    { name: "description", content: t("description") },
    { property: "og:site_name", content: t("name") },
    { property: "og:title", content: title },
    { property: "og:description", content: t("description") },
    { property: "og:type", content: "website" },
  ];
};

export function Layout({ children }: { children: ReactNode }) {
  const { locale, theme, motion, nonce, request_id } = useRequestInfo();
  const known = useRouteLoaderData("root") !== undefined;
  return (
    <html
      lang={LANGUAGE_TAGS[locale]}
      data-theme={theme === "system" ? undefined : theme}
      data-motion={motion === "system" ? undefined : motion}
      data-request={request_id || undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f8f6f0" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0f1412" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="icon" href="/favicon.png" sizes="48x48" type="image/png" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href="/site.webmanifest" />
        {known ? <Meta /> : <title>Postbond</title>}
        <Links />
      </head>
      <body>
        <RootPageFacts>{children}</RootPageFacts>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return (
    <>
      <NavigationProgress />
      <AppShell>
        <Outlet />
      </AppShell>
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const answer = isRouteErrorResponse(error) ? { status: error.status, data: error.data } : { status: 500 };
  return (
    <AppShell>
      <ErrorPage {...answer} />
    </AppShell>
  );
}
