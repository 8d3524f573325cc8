/** Shows the groups of the gallery side by side: light and dark, English and Chinese. */
import { renderToString } from "react-dom/server";
import { createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { LANGUAGE_TAGS, LOCALE_NAMES, LOCALES, type Locale } from "@/app/i18n/locales";
import "@/app/i18n/languages";
import { GivenPageFacts } from "@/app/ui/page-facts";
import { RequestInfoContext } from "@/app/ui/request-info";
import { Buttons } from "./parts/buttons";
import { Data } from "./parts/data";
import { Feedback } from "./parts/feedback";
import { Forms } from "./parts/forms";
import { Frames } from "./parts/frames";
import { MoneyParts } from "./parts/money";
import { Status } from "./parts/status";

const GROUPS = [
  { name: "Buttons and links", Group: Buttons },
  { name: "Forms", Group: Forms },
  { name: "Status", Group: Status },
  { name: "Money and time", Group: MoneyParts },
  { name: "Data", Group: Data },
  { name: "Feedback", Group: Feedback },
  { name: "Headers and menus", Group: Frames },
] as const;

const THEMES = ["light", "dark"] as const;

/** The time that the examples take as now. */
export const GALLERY_NOW = "2026-03-05T10:00:00.000Z";

export function galleryMarkup(styles: string): string {
  const body = inRouter(
    <GivenPageFacts facts={{ now: GALLERY_NOW, time_zone: "UTC" }}>
      <main className="container-page max-w-[100rem]! py-10">
        <h1 className="text-3xl font-bold">Components</h1>
        <p className="mt-2 max-w-3xl text-ink-soft">
          Everything in app/ui, in both themes and both languages. The page has no scripts, so what opens over
          a page (the question before a step) shows only what opens it.
        </p>
        <nav aria-label="Components" className="mt-5 flex flex-wrap gap-x-5 gap-y-1">
          {GROUPS.map(({ name }) => (
            <a key={name} href={`#${anchor(name)}`} className="py-1.5 font-semibold text-primary">
              {name}
            </a>
          ))}
        </nav>
        {GROUPS.map(({ name, Group }) => (
          <section key={name} id={anchor(name)} className="mt-14">
            <h2 className="text-xl font-semibold">{name}</h2>
            <div className="mt-4 grid gap-5 xl:grid-cols-2">
              {LOCALES.flatMap((locale) =>
                THEMES.map((theme) => (
                  <Panel key={`${locale} ${theme}`} locale={locale} theme={theme}>
                    <Group />
                  </Panel>
                )),
              )}
            </div>
          </section>
        ))}
      </main>
    </GivenPageFacts>,
  );
  return `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Components · Postbond</title><link rel="icon" href="data:,"><style>${styles}</style></head><body>${body}</body></html>`;
}

function anchor(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

type PanelProps = { locale: Locale; theme: (typeof THEMES)[number]; children: React.ReactNode };

function Panel({ locale, theme, children }: PanelProps) {
  return (
    <RequestInfoContext.Provider
      value={{ locale, theme, motion: "system", nonce: "", request_id: "gallery-1" }}
    >
      <div
        lang={LANGUAGE_TAGS[locale]}
        data-theme={theme}
        // What is fixed to a window stays inside its panel.
        className="relative min-w-0 overflow-x-auto [transform:translateZ(0)] rounded-xl border border-line bg-paper p-5 text-ink sm:p-6"
      >
        <p className="mb-5 text-xs font-semibold text-ink-faint">
          {LOCALE_NAMES[locale]} · {theme}
        </p>
        {children}
      </div>
    </RequestInfoContext.Provider>
  );
}

/** Links and forms of the components ask a router where they are: they are at `/`, and nothing is loading. */
function inRouter(element: React.ReactNode): string {
  const match = {
    route: { id: "gallery" },
    params: {},
    pathname: "/",
    pathnameBase: "/",
  };
  const context = {
    basename: "/",
    location: { pathname: "/", search: "", hash: "", state: null, key: "gallery" },
    matches: [match],
    loaderData: {},
    actionData: null,
    errors: null,
    statusCode: 200,
    loaderHeaders: {},
    actionHeaders: {},
    activeDeferreds: null,
  };
  const router = createStaticRouter([{ id: "gallery", path: "/", element }], context);
  return renderToString(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}
