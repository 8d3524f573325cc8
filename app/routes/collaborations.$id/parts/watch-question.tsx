/** An operator says whether a paid post is there: asked, because no machine can tell, or because they have looked themselves. */

import { ExternalLink } from "lucide-react";
import type { Doubt } from "@/app/domain/verification/vocabulary";
import { isWatched } from "@/app/domain/verification/watched";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import looksTexts from "@/app/i18n/en/looks";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card } from "@/app/ui/card";
import { Field, RadioCards, TextArea } from "@/app/ui/form";
import { useNextLook } from "@/app/ui/use-next-look";
import { Evidence } from "./evidence";
import type { Page } from "./props";
import { TransitionForm } from "./transition-form";

/** What the latest `escalate_watch` asked; null while nobody is asked. */
export function questionOf({ row, events }: Page): { reason: Doubt; next_at: string | null } | null {
  if (!isWatched(row.state) || !row.needs_operator || row.due_kind === "removal_decision") return null;
  // Whoever has looked since has answered; what they saw may have to be seen once more, from the operator's panel.
  const asked = events.findLast(({ event }) => event === "escalate_watch" || event === "observe_post");
  if (asked?.event !== "escalate_watch") return null;
  const { reason, next_at }: Record<string, unknown> = asked.data;
  return { reason: String(reason) as Doubt, next_at: typeof next_at === "string" ? next_at : null };
}

export function WatchQuestion({ page }: { page: Page }) {
  const t = useTexts(looksTexts);
  const format = useFormat();
  const nextLook = useNextLook();
  const question = questionOf(page);
  const { looks } = page;
  if (!question || !looks) return null;
  const { reason, next_at } = question;
  return (
    <Card as="section" className="space-y-5 border-primary/60">
      <div>
        <h2 className="text-lg font-semibold">{t("question")}</h2>
        <p className="mt-1 text-ink-soft">
          {format.sentences(t("unknown_because", { reason: t(`reason.${reason}`) }), nextLook(next_at))}
        </p>
      </div>
      {reason === "no_key" ? <NoKey /> : null}
      <div className="grid grid-cols-1 gap-6 sm:grid-cols-2">
        <div className="min-w-0">
          <OpenPost url={looks.url} />
          <p className="font-mono text-xs break-all text-ink-soft">{looks.url}</p>
          {looks.fetched.length > 0 ? (
            <>
              <h3 className="mt-4 text-sm font-semibold text-ink-soft">{t("fetched")}</h3>
              <Evidence evidence={looks.fetched} />
            </>
          ) : null}
        </div>
        <ObserveForm page={page} />
      </div>
    </Card>
  );
}

/** For an operator: why nobody asked YouTube, and what would change that. */
export function NoKey() {
  const t = useTexts(looksTexts);
  return (
    <Callout tone="warn" title={t("no_key_title")}>
      {t("no_key")}
    </Callout>
  );
}

function OpenPost({ url }: { url: string }) {
  const t = useTexts(looksTexts);
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer noopener"
      className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-primary hover:underline"
    >
      {t("open")}
      <ExternalLink aria-hidden className="size-4" />
    </a>
  );
}

export function ObserveForm({ page }: { page: Page }) {
  const t = useTexts(looksTexts);
  const tLifecycle = useTexts(lifecycleTexts);
  return (
    <TransitionForm intent="observe_post" version={page.row.version}>
      {(field) => (
        <>
          <Field group meta={field("presence")} label={t("seen")}>
            <RadioCards
              columns={1}
              choices={[
                { value: "live", label: t("seen_live"), hint: t("seen_live_hint") },
                {
                  value: "not_live",
                  label: t("seen_not_live"),
                  // While the creator has time to put it back, that time does not begin again.
                  hint: page.row.due_kind === "removal_cure" ? undefined : t("seen_not_live_hint"),
                },
              ]}
            />
          </Field>
          <Field meta={field("note")} label={t("note")} hint={t("note_hint")}>
            <TextArea required maxLength={2_000} />
          </Field>
          <SubmitButton>{tLifecycle("act.observe_post")}</SubmitButton>
        </>
      )}
    </TransitionForm>
  );
}
