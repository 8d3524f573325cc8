/** What comes next: until when, who has to act, what happens otherwise, and the buttons for whoever is looking. */

import { isEnd } from "@/app/domain/collaboration/vocabulary";
import collaborationTexts from "@/app/i18n/en/collaboration";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import looksTexts from "@/app/i18n/en/looks";
import { useTexts } from "@/app/i18n/use-texts";
import { Callout } from "@/app/ui/callout";
import { Card } from "@/app/ui/card";
import { Deadline } from "@/app/ui/moments";
import { Actions } from "./actions";
import { LastWord } from "./last-word";
import type { Page, PartProps } from "./props";
import { Shortlist } from "./shortlist";
import { questionOf } from "./watch-question";

export function NextCard({ page, viewer }: PartProps) {
  const t = useTexts(collaborationTexts);
  const tLifecycle = useTexts(lifecycleTexts);
  const tLooks = useTexts(looksTexts);
  const { row, outlook } = page;
  const outcome = useOutcome(page);
  if (isEnd(row.state)) return <Callout tone="neutral">{t("next.ended")}</Callout>;
  // The machine does what it can before an operator is waited for.
  const by_machine = (row.state === "verifying" || row.state === "monitoring") && !row.needs_operator;
  const people = outlook.awaited.filter((kind) => kind !== "system" && !(by_machine && kind === "operator"));
  const question = questionOf(page);
  const awaiting = question ? (["operator"] as const) : people;
  const yours = awaiting.includes(viewer as "operator");
  const awaited = yours ? "you" : (awaiting[0] ?? "system");
  return (
    <Card as="section" className={yours ? "border-primary/60" : undefined}>
      <h2 className="text-sm font-semibold text-ink-faint">{t("next.title")}</h2>
      <p className="mt-0.5 text-xl font-bold">{tLifecycle(`awaited.${awaited}`)}</p>
      {row.due_kind && row.due_at ? (
        <div className="mt-4 rounded-lg bg-sunken px-4 py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6">
            <p className="font-semibold">{tLifecycle(`due.${row.due_kind}`)}</p>
            <Deadline at={row.due_at} />
          </div>
          <p className="mt-0.5 text-sm text-ink-soft">{t("next.if_nobody", { outcome })}</p>
        </div>
      ) : null}
      {row.needs_operator && !(question && viewer === "operator") ? (
        <div className="mt-4">
          <Callout tone="info">
            {question
              ? tLooks("asked", { reason: tLooks(`reason.${question.reason}`) })
              : t(viewer === "operator" && row.state === "verifying" ? "next.decide" : "next.needs_operator")}
          </Callout>
        </div>
      ) : null}
      <LastWord page={page} viewer={viewer} />
      <Shortlist page={page} />
      <Actions page={page} viewer={viewer} />
    </Card>
  );
}

/** What the table says about silence, in words. */
function useOutcome({ row, outlook }: Page): string {
  const t = useTexts(collaborationTexts);
  const tLifecycle = useTexts(lifecycleTexts);
  const then = outlook.at_deadline;
  if (!then) return t("outcome.same");
  if (then.money === "transfer") return t("outcome.transfer");
  if (row.due_kind === "verification") return t("outcome.operator");
  if (then.to === row.state) return t("outcome.reminder");
  if (then.to === "approved") return t("outcome.approved");
  if (then.to === "overdue") return t("outcome.overdue");
  if (then.money === "void") return t("outcome.refunded");
  const state = tLifecycle(`state.${then.to}`);
  return isEnd(then.to) ? t("outcome.ends", { state }) : t("outcome.moves", { state });
}
