/** What every page was rendered with. The present is the server's business clock, so that server and browser say the same. */
import { useRouteLoaderData } from "@remix-run/react";
import { createContext, type ReactNode, useContext } from "react";

type PageFacts = { now: string; time_zone: string };

const Given = createContext<PageFacts | null>(null);

/** Says them for a tree outside of the app (the sandbox's gallery). */
export function GivenPageFacts({ facts, children }: { facts: PageFacts; children: ReactNode }) {
  return <Given.Provider value={facts}>{children}</Given.Provider>;
}

function usePageFacts(): PageFacts {
  const given = useContext(Given);
  if (!given) throw new Error("No page facts: the tree is not inside root.tsx or GivenPageFacts.");
  return given;
}

/** Root's own facts, where its loader has answered; the epoch on a page that broke before that and shows no times. */
export function RootPageFacts({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData("root") as PageFacts | undefined;
  return (
    <Given.Provider value={data ?? { now: new Date(0).toISOString(), time_zone: "UTC" }}>
      {children}
    </Given.Provider>
  );
}

/** The business present at which the page was made. */
export function useNow(): Date {
  return new Date(usePageFacts().now);
}

/** The IANA zone in which times are told. */
export function useTimeZone(): string {
  return usePageFacts().time_zone;
}
