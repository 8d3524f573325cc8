/** Asking for changes, or rejecting: tied to a clause of the brief, so that nobody has to guess what would do. */
import collaborationTexts from "@/app/i18n/en/collaboration";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import { useTexts } from "@/app/i18n/use-texts";
import { SubmitButton } from "@/app/ui/button";
import { Field, type Option, Select, TextArea } from "@/app/ui/form";
import type { FormProps, Page } from "./props";
import { TransitionForm } from "./transition-form";

export function ClauseFields({ page, event }: FormProps) {
  const t = useTexts(collaborationTexts);
  const tLifecycle = useTexts(lifecycleTexts);
  const left = page.row.policy.revisions - page.row.revisions_used;
  const clauses = useClauses(page, event === "reject");
  return (
    <TransitionForm intent={event} version={page.row.version}>
      {(field) => (
        <>
          {event === "request_changes" ? (
            <p className="text-sm text-ink-soft">{t("form.revisions_left", { count: left })}</p>
          ) : null}
          <Field meta={field("clause")} label={t("form.clause")}>
            <Select placeholder options={clauses} />
          </Field>
          <Field meta={field("note")} label={t("form.note")} hint={t("form.note_hint")}>
            <TextArea maxLength={2_000} />
          </Field>
          <SubmitButton variant={event === "reject" ? "danger" : "primary"}>
            {tLifecycle(`act.${event as "reject"}`)}
          </SubmitButton>
        </>
      )}
    </TransitionForm>
  );
}

/** The clauses of the frozen brief, each under a key that the review keeps. Nobody can reject a post for want of a link that was found in it. */
function useClauses(page: Page, rejects: boolean): Option[] {
  const clauseText = useClauseText(page);
  const brief = page.agreement?.terms.brief ?? page.offer.brief;
  const checks = page.submissions[0]?.look?.checks ?? [];
  const found = checks.some(({ check, verdict }) => check === "product_link" && verdict === "passed");
  const keys = [
    "summary",
    ...brief.must_show.map((_, index) => `must_show:${index}`),
    ...brief.must_say.map((_, index) => `must_say:${index}`),
    ...brief.must_not_say.map((_, index) => `must_not_say:${index}`),
    ...(brief.require_product_link && !(rejects && found) ? ["link"] : []),
    "licence",
  ];
  return keys.map((value) => ({ value, label: clauseText(value) }));
}

/** A clause's key in words: `must_show:0` → "Must be shown: the lamp switched on". */
export function useClauseText(page: Page): (key: string) => string {
  const t = useTexts(collaborationTexts);
  const brief = page.agreement?.terms.brief ?? page.offer.brief;
  return (key) => {
    const [kind, index] = key.split(":");
    if (kind === "must_show" || kind === "must_say" || kind === "must_not_say")
      return t(`clause_choice.${kind}`, { text: brief[kind][Number(index)] ?? "" });
    if (kind === "summary" || kind === "link" || kind === "licence") return t(`clause_choice.${kind}`);
    return key;
  };
}
