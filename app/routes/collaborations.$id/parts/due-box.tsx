/** Until when something has to happen, and what happens otherwise. */
import collaborationTexts from "@/app/i18n/en/collaboration";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import { useTexts } from "@/app/i18n/use-texts";
import { Deadline } from "@/app/ui/moments";
import { useNow } from "@/app/ui/page-facts";
import { isHidden } from "./hidden-post";
import { useOutcome } from "./outcome";
import type { PartProps } from "./props";

export function DueBox(props: PartProps) {
  const t = useTexts(collaborationTexts);
  const tLifecycle = useTexts(lifecycleTexts);
  const now = useNow();
  const outcome = useOutcome(props);
  const { page, viewer } = props;
  const { due_kind, due_at, hold_reason } = page.row;
  if (!due_kind || !due_at) return null;
  const down = due_kind === "removal_cure";
  const otherwise = isHidden(page.submissions[0])
    ? t("next.if_hidden")
    : t(down ? "next.if_down" : "next.if_nobody", { outcome });
  return (
    <div className="mt-4 rounded-lg bg-sunken px-4 py-3">
      {due_kind === "hold" && new Date(due_at) <= now ? (
        // A hold of no days is over at once.
        <p className="font-semibold">{tLifecycle("transfer_now")}</p>
      ) : (
        <>
          <div className="flex flex-wrap items-baseline justify-between gap-x-6">
            <p className="font-semibold">{tLifecycle(`due.${due_kind}`)}</p>
            <Deadline at={due_at} />
          </div>
          {down && viewer === "creator" ? (
            <p className="mt-0.5 text-sm text-ink-soft">{t("next.put_back")}</p>
          ) : null}
          <p className="mt-0.5 text-sm text-ink-soft">{otherwise}</p>
          {due_kind === "hold" && hold_reason ? (
            <p className="mt-0.5 text-sm text-ink-soft">{tLifecycle(`hold_reason.${hold_reason}`)}</p>
          ) : null}
        </>
      )}
    </div>
  );
}
