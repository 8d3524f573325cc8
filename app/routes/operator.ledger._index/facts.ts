/** What the overview's parts are given, as the page's loader sends it. */
import { useLoaderData } from "@remix-run/react";
import type { OverviewLoader } from "./route";

export function useOverview() {
  return useLoaderData<OverviewLoader>();
}
