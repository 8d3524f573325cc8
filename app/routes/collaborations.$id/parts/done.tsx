/** What the viewer has just done, said once at the top of the page that it led to. */
import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CollaborationEvent } from "@/app/domain/collaboration/vocabulary";
import { Flash } from "@/app/ui/flash";
import type { PartProps } from "./props";

export function DoneNotice({ page, viewer }: PartProps) {
  const { t } = useTranslation(["collaboration", "lifecycle"]);
  const [search] = useSearchParams();
  const moved = page.events.findLast(
    ({ event, actor_kind }) => event === search.get("done") && actor_kind === viewer,
  );
  if (!moved) return null;
  const what = t(`lifecycle:event.${moved.event as CollaborationEvent}`, { actor: t("you") });
  return <Flash key={moved.id}>{t("done", { what })}</Flash>;
}
