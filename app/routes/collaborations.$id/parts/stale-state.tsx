/** A stale form: what happened while the person was looking. */
import { useTranslation } from "react-i18next";
import type { CollaborationEvent } from "@/app/domain/collaboration/states";
import { Callout } from "@/app/ui/callout";
import { RelativeTime } from "@/app/ui/moments";

export function StaleStateNotice({ params }: { params: Record<string, string | number> }) {
  const { t } = useTranslation(["collaboration", "lifecycle"]);
  const kind = String(params.actor_kind) as "creator" | "brand" | "operator" | "system";
  const actor = String(params.actor_name) || t(`lifecycle:actor.${kind}`);
  const what = params.event
    ? t(`lifecycle:event.${String(params.event) as CollaborationEvent}`, { actor })
    : "";
  const [before, after] = t("notice.stale_state_by", { what, when: "\u0000" }).split("\u0000");
  return (
    <div role="alert">
      <Callout tone="warn" title={t("notice.stale_state")}>
        {before}
        {params.at ? <RelativeTime at={String(params.at)} /> : null}
        {after}
      </Callout>
    </div>
  );
}
