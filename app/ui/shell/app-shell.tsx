/** The frame around every page. A page brings its own `container-page` or uses `PageBody`. */

import { useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import commonTexts from "@/app/i18n/en/common";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "../class-names";
import { BottomBar } from "./bottom-bar";
import { Footer } from "./footer";
import { Header } from "./header";
import type { RootData } from "./root-data";

export function AppShell({ children }: { children: ReactNode }) {
  const t = useTexts(commonTexts);
  // Without root's data (it failed itself) the page is framed as for a stranger.
  const user = (useRouteLoaderData("root") as RootData | undefined)?.user ?? null;
  return (
    <div className={cx("flex min-h-dvh flex-col", user && "pb-16 lg:pb-0")}>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-primary font-semibold text-on-primary focus:not-sr-only focus:fixed focus:top-2.5 focus:left-3 focus:px-4 focus:py-2.5"
      >
        {t("nav.skip")}
      </a>
      <Header user={user} />
      <main id="content" className="flex-1">
        {children}
      </main>
      <Footer />
      {user ? <BottomBar user_role={user.role} /> : null}
    </div>
  );
}

/** The usual width and distance of a page's content; `narrow` for forms and reading. */
export function PageBody({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return (
    <div className={cx("container-page space-y-8 py-8 sm:py-10", narrow && "max-w-2xl!")}>{children}</div>
  );
}
