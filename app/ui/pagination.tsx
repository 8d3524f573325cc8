/** On to what is older, or back to the start: pages by cursor are links, so each has its address. */

import { useLocation } from "@remix-run/react";
import { ArrowRight, ArrowUpToLine } from "lucide-react";
import uiTexts from "@/app/i18n/en/ui";
import { useTexts } from "@/app/i18n/use-texts";
import { LinkButton } from "./button";

type Props = {
  /** The cursor after the last row; null on the last page. */
  next: string | null;
  /** The name of the cursor in the address. */
  parameter?: string;
};

export function Pagination({ next, parameter = "after" }: Props) {
  const t = useTexts(uiTexts);
  const { pathname, search } = useLocation();
  const later = new URLSearchParams(search).has(parameter);
  if (!next && !later) return null;
  const to = (cursor: string | null) => {
    const params = new URLSearchParams(search);
    if (cursor) params.set(parameter, cursor);
    else params.delete(parameter);
    const query = params.toString();
    return pathname + (query ? `?${query}` : "");
  };
  return (
    <nav aria-label={t("pagination.label")} className="flex items-center justify-between gap-4">
      {later ? (
        <LinkButton to={to(null)} variant="quiet" icon={<ArrowUpToLine aria-hidden className="size-4.5" />}>
          {t("pagination.previous")}
        </LinkButton>
      ) : (
        <span />
      )}
      {next ? (
        <LinkButton to={to(next)}>
          {t("pagination.next")}
          <ArrowRight aria-hidden className="size-4.5" />
        </LinkButton>
      ) : null}
    </nav>
  );
}
