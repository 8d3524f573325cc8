/** How the post is checked, and each submission beside what was found, check by check, with the evidence. */

import { CircleCheck, CircleHelp, CircleX, ExternalLink } from "lucide-react";
import { isEnd } from "@/app/domain/collaboration/vocabulary";
import collaborationTexts from "@/app/i18n/en/collaboration";
import lifecycleTexts from "@/app/i18n/en/lifecycle";
import looksTexts from "@/app/i18n/en/looks";
import proofTexts from "@/app/i18n/en/proof";
import { useCheckWords } from "@/app/i18n/use-check-words";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import type { SubmissionId } from "@/app/lib/ids";
import { SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { cx } from "@/app/ui/class-names";
import { Disclosure } from "@/app/ui/disclosure";
import { Field, RadioCards, TextArea } from "@/app/ui/form";
import { RelativeTime } from "@/app/ui/moments";
import { useNow, useTimeZone } from "@/app/ui/page-facts";
import { INK } from "@/app/ui/tone";
import { Evidence } from "./evidence";
import { isHidden } from "./hidden-post";
import type { Page, PartProps } from "./props";
import { ToCheck } from "./to-check";
import { TransitionForm } from "./transition-form";
import { NoKey } from "./watch-question";

type Submission = Page["submissions"][number];
type Check = NonNullable<Submission["look"]>["checks"][number];

export function PostCard({ page, viewer }: PartProps) {
  const t = useTexts(collaborationTexts);
  const tProof = useTexts(proofTexts);
  const format = useFormat();
  const { row, proof } = page;
  const [latest] = page.submissions;
  // Before there is a post, its creator and its brand read how it will be checked.
  if (!latest && (!row.agreed_at || isEnd(row.state))) return null;
  const decidable = viewer === "operator" && row.state === "verifying";
  return (
    <Card as="section" className="space-y-6">
      <div>
        <h2 className="text-lg font-semibold">{t("post.title")}</h2>
        <p className="mt-1 text-sm text-ink-faint">
          {format.sentences(tProof(`by.${proof}`), tProof("screenshots"))}
        </p>
      </div>
      {page.submissions.map((submission, index) => (
        <SubmissionView
          key={submission.id}
          submission={submission}
          latest={index === 0}
          due_at={row.due_at}
        />
      ))}
      {decidable && proof === "youtube_no_key" ? <NoKey /> : null}
      {decidable && latest ? <ToCheck page={page} /> : null}
      {decidable && latest ? <OperatorVerdict page={page} submission_id={latest.id} /> : null}
    </Card>
  );
}

type SubmissionProps = { submission: Submission; latest: boolean; due_at: Page["row"]["due_at"] };

function SubmissionView({ submission, latest, due_at }: SubmissionProps) {
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
      {submission.next_look_at && due_at ? (
        <Asking next_at={submission.next_look_at} due_at={due_at} hidden={isHidden(submission)} />
      ) : verdict ? (
        <p
          className={cx(
            "font-semibold",
            INK[verdict === "passed" ? "success" : verdict === "failed" ? "danger" : "warn"],
          )}
        >
          {t(
            submission.decided_by_operator
              ? `post.verdict_by_operator.${verdict}`
              : `post.verdict.${verdict}`,
          )}
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

type AskingProps = { next_at: Date | string; due_at: Date | string; hidden: boolean };

/** Nothing is decided yet: when we ask again, and until when. */
function Asking({ next_at, due_at, hidden }: AskingProps) {
  const t = useTexts(looksTexts);
  const format = useFormat();
  const zone = useTimeZone();
  const now = useNow();
  const due = format.date(due_at, "minute", zone);
  const later = new Date(next_at).getTime() > now.getTime();
  return (
    <div role="status">
      <p className={cx("font-semibold", INK.warn)}>{t(hidden ? "denied" : "asking")}</p>
      <p className="text-sm text-ink-soft">
        {later
          ? t(hidden ? "denied_next" : "asking_next", { when: format.date(next_at, "minute", zone), due })
          : t(hidden ? "denied_soon" : "asking_soon", { due })}
      </p>
    </div>
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
        <Evidence evidence={check.evidence} />
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
              {intent === "fail_verification" ? (
                <Field group meta={field("presence")} label={t("form.presence")}>
                  <RadioCards
                    columns={1}
                    choices={[
                      { value: "live", label: t("form.presence_live") },
                      { value: "not_live", label: t("form.presence_not_live") },
                    ]}
                  />
                </Field>
              ) : null}
              <Field meta={field("note")} label={t("form.reason")} hint={t("form.reason_hint")}>
                <TextArea required maxLength={2_000} />
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
