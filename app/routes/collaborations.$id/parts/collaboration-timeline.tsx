/** The timeline: every move so far, the present step, then the steps that are left on the usual way, all read from the lifecycle table. */

import {
  type CollaborationEvent,
  type CollaborationState,
  type DueKind,
  isEnd,
} from "@/app/domain/collaboration/vocabulary";
import type { Doubt, Presence } from "@/app/domain/verification/vocabulary";
import collaborationTexts from "@/app/i18n/en/collaboration";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import looksTexts from "@/app/i18n/en/looks";
import { useTexts } from "@/app/i18n/use-texts";
import { STATE_TONES, useStateLook } from "@/app/ui/badge";
import { Card } from "@/app/ui/card";
import { useNow } from "@/app/ui/page-facts";
import { Timeline, type TimelineItem } from "@/app/ui/timeline";
import { useClauseText } from "./clause-fields";
import type { Page } from "./props";

export function Story({ page }: { page: Page }) {
  const t = useTexts(lifecycleTexts);
  const tCollaboration = useTexts(collaborationTexts);
  const titleOf = useEventTitle();
  const { word, tone } = useStateLook()(page.row);
  const { due_at } = page.row;
  const now_at = useNow();
  const is_ahead = due_at !== null && new Date(due_at) > now_at;
  const ended = isEnd(page.row.state);
  const past = page.events.map(
    (moved): TimelineItem => ({
      id: String(moved.id),
      title: titleOf(moved),
      at: moved.at,
      phase: "past",
      tone: STATE_TONES[moved.to_state as CollaborationState],
      body: <Said moved={moved} page={page} framed />,
    }),
  );
  const now: TimelineItem = {
    id: "now",
    title: word,
    phase: "now",
    tone,
    at: is_ahead ? due_at : null,
  };
  const ahead = page.outlook.ahead.map(
    (state): TimelineItem => ({ id: state, title: t(`state.${state}`), phase: "ahead" }),
  );
  return (
    <Card as="section">
      <h2 className="mb-4 text-lg font-semibold">{tCollaboration("story.title")}</h2>
      <Timeline items={ended ? past : [...past, now, ...ahead]} />
    </Card>
  );
}

/** A move in a sentence; a passed deadline by the deadline that had run, and by where it led. */
export function useEventTitle(): (moved: Page["events"][number]) => string {
  const t = useTexts(lifecycleTexts);
  return (moved) => {
    const due_was = moved.data.due_was as DueKind | null | undefined;
    if (moved.event === "deadline_elapsed" && due_was)
      return t(`passed.${due_was}`, { context: moved.to_state });
    if (moved.actor_kind === "operator" && isByHand(moved.event))
      return t(`event_by_operator.${moved.event}`);
    const actor = moved.actor_name || t(`actor.${moved.actor_kind as "brand"}`);
    return t(`event.${moved.event as CollaborationEvent}`, { actor });
  };
}

function isByHand(event: string): event is "pass_verification" | "fail_verification" {
  return event === "pass_verification" || event === "fail_verification";
}

/** What a look at a paid post found, or why it found nothing. */
function useSeen({ event, data }: Page["events"][number]): string {
  const t = useTexts(looksTexts);
  if (event === "observe_post") return t(`presence.${String(data.presence) as Presence}`);
  if (event !== "escalate_watch") return "";
  return t("with_reason", {
    presence: t("presence.unknown"),
    reason: t(`reason.${String(data.reason) as Doubt}`),
  });
}

type SaidProps = { moved: Page["events"][number]; page: Page; framed?: boolean };

/** What the person said with the move, and which clause it was about. */
export function Said({ moved, page, framed = false }: SaidProps) {
  const t = useTexts(collaborationTexts);
  const clauseText = useClauseText(page);
  const { data } = moved;
  const clause = typeof data.clause === "string" ? data.clause : "";
  const opening = moved.event === "apply" || moved.event === "invite";
  const note = opening ? page.row.pitch : typeof data.note === "string" ? data.note : "";
  const seen = useSeen(moved);
  if (!clause && !note && !seen) return null;
  return (
    <div className={framed ? "rounded-md bg-sunken px-3 py-2" : undefined}>
      {seen ? <p className="font-medium text-ink">{seen}</p> : null}
      {clause ? <p className="font-medium text-ink">{t("clause", { clause: clauseText(clause) })}</p> : null}
      {note ? <p className="whitespace-pre-line">{note}</p> : null}
    </div>
  );
}
