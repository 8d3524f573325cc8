/** A stale form: what happened while the person was looking. */

import type { ActorKind, CollaborationEvent } from "@/app/domain/collaboration/vocabulary";
import collaborationTexts from "@/app/i18n/en/collaboration";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import { useTexts } from "@/app/i18n/use-texts";
import { Callout } from "@/app/ui/callout";
import { RelativeTime } from "@/app/ui/moments";

export function StaleStateNotice({ params }: { params: Record<string, string | number> }) {
  const t = useTexts(lifecycleTexts);
  const tCollaboration = useTexts(collaborationTexts);
  const kind = String(params.actor_kind) as ActorKind;
  const actor = String(params.actor_name) || t(`actor.${kind}`);
  const what = params.event ? t(`event.${String(params.event) as CollaborationEvent}`, { actor }) : "";
  const [before, after] = tCollaboration("notice.stale_state_by", { what, when: "\u0000" }).split("\u0000");
  return (
    <div role="alert">
      <Callout tone="warn" title={tCollaboration("notice.stale_state")}>
        {before}
        {params.at ? <RelativeTime at={String(params.at)} /> : null}
        {after}
      </Callout>
    </div>
  );
}
