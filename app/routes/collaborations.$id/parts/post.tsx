/** Each submission beside what our own server found, check by check, with the evidence. */

import { CircleCheck, CircleHelp, CircleX, ExternalLink } from "lucide-react";
import collaborationTexts from "@/app/i18n/en/collaboration";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import { useCheckWords } from "@/app/i18n/use-check-words";
import { useTexts } from "@/app/i18n/use-texts";
import type { SubmissionId } from "@/app/lib/ids";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { cx } from "@/app/ui/class-names";
import { Disclosure } from "@/app/ui/disclosure";
import { Field, TextArea } from "@/app/ui/form";
import { DateTime, RelativeTime } from "@/app/ui/moments";
import { INK } from "@/app/ui/tone";
import type { Page, PartProps } from "./props";
import { TransitionForm } from "./transition-form";

type Submission = Page["submissions"][number];
type Check = NonNullable<Submission["look"]>["checks"][number];

export function PostCard({ page, viewer }: PartProps) {
  const t = useTexts(collaborationTexts);
  const [latest] = page.submissions;
  if (!latest) return null;
  const decidable = viewer === "operator" && page.row.state === "verifying";
  return (
    <Card as="section" className="space-y-6">
      <div>
        <h2 className="text-lg font-semibold">{t("post.title")}</h2>
        <p className="mt-1 text-sm text-ink-faint">{t("post.none_passed")}</p>
      </div>
      {page.submissions.map((submission, index) => (
        <SubmissionView key={submission.id} submission={submission} latest={index === 0} />
      ))}
      {decidable ? <OperatorVerdict page={page} submission_id={latest.id} /> : null}
    </Card>
  );
}

function SubmissionView({ submission, latest }: { submission: Submission; latest: boolean }) {
  const t = useTexts(collaborationTexts);
  const { look } = submission;
  const verdict = submission.verdict ?? look?.verdict ?? null;
  return (
    <article className="space-y-3">
      <div className="-my-2 flex flex-wrap items-center justify-between gap-x-4">
        <h3 className="font-semibold">
          {t("post.round", { round: submission.round })}
          <span className="font-normal text-ink-faint">
            {" · "}
            <RelativeTime at={submission.created_at} />
          </span>
        </h3>
        <a
          href={submission.canonical_url ?? submission.url}
          target="_blank"
          rel="noreferrer noopener"
          className="inline-flex min-h-11 items-center gap-1.5 text-sm font-semibold text-primary hover:underline"
        >
          {t("post.open")}
          <ExternalLink aria-hidden className="size-4" />
        </a>
      </div>
      <p className="font-mono text-xs break-all text-ink-soft">
        {submission.canonical_url ?? submission.url}
      </p>
      {verdict ? (
        <p
          className={cx(
            "font-semibold",
            INK[verdict === "passed" ? "success" : verdict === "failed" ? "danger" : "warn"],
          )}
        >
          {t(`post.verdict.${verdict}`)}
          {submission.decided_by_operator ? (
            <span className="font-normal text-ink-faint"> · {t("post.decided_by_operator")}</span>
          ) : null}
        </p>
      ) : (
        <p role="status" className="text-sm text-ink-soft">
          {t("post.checking")}
        </p>
      )}
      {look ? (
        <Disclosure look="link" label={t("post.evidence")} open={latest} className="-mb-2">
          <ul className="divide-y divide-line">
            {look.checks.map((check) => (
              <CheckLine key={check.check} check={check} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </article>
  );
}

const ICONS = { passed: CircleCheck, failed: CircleX, undecided: CircleHelp } as const;
const TONES = { passed: "success", failed: "danger", undecided: "warn" } as const;

function CheckLine({ check }: { check: Check }) {
  const t = useTexts(collaborationTexts);
  const word = useCheckWords();
  const Icon = ICONS[check.verdict];
  return (
    <li className="flex gap-3 py-3">
      <Icon
        aria-label={t(`post.check_verdict.${check.verdict}`)}
        className={cx("mt-0.5 size-5 shrink-0", INK[TONES[check.verdict]])}
      />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{word(check, "check")}</p>
        <p className="text-sm text-ink-soft">{word(check, "code")}</p>
        {check.evidence.map((seen) => (
          <div key={`${seen.url} ${seen.fetched_at}`} className="mt-1.5 text-xs text-ink-faint">
            <p>
              <DateTime at={seen.fetched_at} style="minute" /> · {seen.status ?? t("post.no_answer")}
            </p>
            <p className="truncate font-mono" title={seen.url}>
              {seen.url}
            </p>
            {seen.text ? (
              <blockquote className="mt-1.5 rounded-md bg-sunken px-3 py-2 text-sm text-ink-soft">
                <span className="line-clamp-4 whitespace-pre-line">{seen.text}</span>
              </blockquote>
            ) : null}
          </div>
        ))}
      </div>
    </li>
  );
}

/** The operator decides what the machine could not: with a reason that both sides read. */
function OperatorVerdict({ page, submission_id }: { page: Page; submission_id: SubmissionId }) {
  const t = useTexts(collaborationTexts);
  const tLifecycle = useTexts(lifecycleTexts);
  return (
    <div className="grid grid-cols-1 gap-6 border-t border-line pt-5 sm:grid-cols-2">
      {(["pass_verification", "fail_verification"] as const).map((intent) => (
        <TransitionForm key={intent} intent={intent} version={page.row.version} hidden={{ submission_id }}>
          {(field) => (
            <>
              <Field meta={field("note")} label={t("form.reason")} hint={t("form.reason_hint")}>
                <TextArea />
              </Field>
              <SubmitButton variant={intent === "pass_verification" ? "primary" : "danger"}>
                {tLifecycle(`act.${intent}`)}
              </SubmitButton>
            </>
          )}
        </TransitionForm>
      ))}
    </div>
  );
}
