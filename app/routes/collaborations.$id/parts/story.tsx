/** The timeline: every move so far, then the steps that are left on the usual way, both read from the lifecycle table. */
import { useTranslation } from "react-i18next";
import { type CollaborationEvent, type DueKind, isEnd } from "@/app/domain/collaboration/states";
import { STATE_TONES } from "@/app/ui/badge";
import { Card } from "@/app/ui/card";
import { cx } from "@/app/ui/class-names";
import { DateTime } from "@/app/ui/moments";
import { SOLID } from "@/app/ui/tone";
import { useClauseText } from "./clause-fields";
import type { Page } from "./props";

export function Story({ page }: { page: Page }) {
  const { t } = useTranslation(["collaboration", "lifecycle"]);
  const tell = useTelling();
  const ahead = isEnd(page.row.state) ? [] : page.outlook.ahead;
  return (
    <Card as="section">
      <h2 className="text-lg font-semibold">{t("story.title")}</h2>
      <ol className="mt-4">
        {page.events.map((moved, index) => (
          <Step
            key={moved.id}
            tone={SOLID[STATE_TONES[moved.to_state as keyof typeof STATE_TONES]]}
            last={index === page.events.length - 1 && ahead.length === 0}
          >
            <p className="font-medium">{tell(moved)}</p>
            <p className="text-sm text-ink-faint">
              <DateTime at={moved.at} style="minute" />
            </p>
            <Said data={moved.data} page={page} />
          </Step>
        ))}
        {ahead.length > 0 ? (
          <li className="pt-1 pb-3 pl-7 text-sm font-semibold text-ink-faint">{t("story.ahead")}</li>
        ) : null}
        {ahead.map((state, index) => (
          <Step key={state} last={index === ahead.length - 1}>
            <p className="text-ink-soft">{t(`lifecycle:state.${state}`)}</p>
          </Step>
        ))}
      </ol>
    </Card>
  );
}

function Step({ tone, last, children }: { tone?: string; last: boolean; children: React.ReactNode }) {
  return (
    <li className="relative pb-5 pl-7">
      {last ? null : (
        <span aria-hidden className="absolute top-3 bottom-[-0.25rem] left-[0.3125rem] w-px bg-line-strong" />
      )}
      <span
        aria-hidden
        className={cx(
          "absolute top-1.5 left-0 size-2.75 rounded-full",
          tone ?? "border border-line-strong bg-surface",
        )}
      />
      {children}
    </li>
  );
}

/** A move in a sentence; a passed deadline by the deadline that had run. */
function useTelling(): (moved: Page["events"][number]) => string {
  const { t } = useTranslation("lifecycle");
  return (moved) => {
    const due_was = moved.data.due_was as DueKind | null | undefined;
    if (moved.event === "pass_deadline" && due_was) return t(`passed.${due_was}`);
    const actor = moved.actor_name || t(`actor.${moved.actor_kind as "brand"}`);
    return t(`event.${moved.event as CollaborationEvent}`, { actor });
  };
}

function Said({ data, page }: { data: Record<string, unknown>; page: Page }) {
  const { t } = useTranslation("collaboration");
  const clauseText = useClauseText(page);
  const clause = typeof data.clause === "string" ? data.clause : "";
  const note = typeof data.note === "string" ? data.note : "";
  if (!clause && !note) return null;
  return (
    <div className="mt-1.5 rounded-md bg-sunken px-3 py-2 text-sm">
      {clause ? <p className="font-medium">{t("clause", { clause: clauseText(clause) })}</p> : null}
      {note ? <p className="whitespace-pre-line text-ink-soft">{t("said", { note })}</p> : null}
    </div>
  );
}
