/** What comes next: until when, who has to act, what happens otherwise, and the buttons for whoever is looking. */

import { isEnd } from "@/app/domain/collaboration/vocabulary";
import collaborationTexts from "@/app/i18n/en/collaboration";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import looksTexts from "@/app/i18n/en/looks";
import { useTexts } from "@/app/i18n/use-texts";
import { Callout } from "@/app/ui/callout";
import { Card } from "@/app/ui/card";
import { Actions } from "./actions";
import { awaitedOf } from "./awaited";
import { decidedOn } from "./decided-on";
import { DueBox } from "./due-box";
import { isHidden } from "./hidden-post";
import { LastWord } from "./last-word";
import type { PartProps } from "./props";
import { Shortlist } from "./shortlist";
import { questionOf } from "./watch-question";

export function NextCard({ page, viewer }: PartProps) {
  const t = useTexts(collaborationTexts);
  const tLifecycle = useTexts(lifecycleTexts);
  if (isEnd(page.row.state)) return <Callout tone="neutral">{t("next.ended")}</Callout>;
  const awaiting = awaitedOf(page);
  const yours = awaiting.includes(viewer);
  const awaited = yours ? "you" : (awaiting[0] ?? "system");
  return (
    <Card as="section" className={yours ? "border-primary/60" : undefined}>
      <h2 className="text-sm font-semibold text-ink-faint">{t("next.title")}</h2>
      <p className="mt-0.5 text-xl font-bold">{tLifecycle(`awaited.${awaited}`)}</p>
      <DueBox page={page} viewer={viewer} />
      <Asked page={page} viewer={viewer} />
      <LastWord page={page} viewer={viewer} />
      <Shortlist page={page} />
      <Actions page={page} viewer={viewer} />
    </Card>
  );
}

/** What an operator is asked; for everybody else, that one is. */
function Asked({ page, viewer }: PartProps) {
  const t = useTexts(collaborationTexts);
  const tLooks = useTexts(looksTexts);
  const { row } = page;
  const question = questionOf(page);
  const about = viewer === "operator" ? decidedOn(page) : null;
  if (isHidden(page.submissions[0]))
    return (
      <div className="mt-4">
        <Callout tone="warn">{t(viewer === "creator" ? "next.make_public" : "next.hidden")}</Callout>
      </div>
    );
  // To an operator, a card of its own asks about a paid post.
  if (!about && (!row.needs_operator || (question && viewer === "operator"))) return null;
  const decides = viewer === "operator" && row.state === "verifying";
  return (
    <div className="mt-4">
      <Callout tone="info">
        {about
          ? t(`next.decide_on.${about}`)
          : question
            ? tLooks(row.due_kind === "removal_cure" ? "asked_down" : "asked", {
                reason: tLooks(`reason.${question.reason}`),
              })
            : t(decides ? "next.decide" : "next.needs_operator")}
      </Callout>
    </div>
  );
}
