/** The figures that the page's sentences use. The server takes them from where they are decided; their schemas stay there. */
import { useRouteLoaderData } from "@remix-run/react";
import { useFormat } from "@/app/i18n/use-format";
import type { loader } from "../route";

export function useFacts() {
  const format = useFormat();
  const facts = useRouteLoaderData<typeof loader>("routes/_index")!.facts;
  return { fee: format.percent(facts.platform_fee_bps), days: facts.review_days, hours: facts.grace_hours };
}
