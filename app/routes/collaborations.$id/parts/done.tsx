/** What the viewer has just done, said once at the top of the page that it led to. */

import { useSearchParams } from "@remix-run/react";
import collaborationTexts from "@/app/i18n/en/collaboration";
import { useTexts } from "@/app/i18n/use-texts";
import { Flash } from "@/app/ui/flash";
import { useEventTitle } from "./collaboration-timeline";
import type { PartProps } from "./props";

export function DoneNotice({ page, viewer }: PartProps) {
  const t = useTexts(collaborationTexts);
  const titleOf = useEventTitle();
  const [search] = useSearchParams();
  const moved = page.events.findLast(
    ({ event, actor_kind }) => event === search.get("done") && actor_kind === viewer,
  );
  if (!moved) return null;
  const what = titleOf({ ...moved, actor_name: t("you") });
  return <Flash key={moved.id}>{t("done", { what })}</Flash>;
}
