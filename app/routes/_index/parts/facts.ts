/** The figures that the page's sentences use. The server takes them from where they are decided; their schemas stay there. */

import { useRouteLoaderData } from "@remix-run/react";
import { useFormat } from "@/app/i18n/use-format";
import { required } from "@/app/lib/one";
import type { loader } from "../route";

export function useFacts() {
  const format = useFormat();
  const { facts } = required(useRouteLoaderData<typeof loader>("routes/_index"), "the data of the home page");
  return { fee: format.percent(facts.platform_fee_bps), days: facts.review_days, hours: facts.grace_hours };
}
