/** What the step at hand is about: what was written to apply, what the other side asked for, which checks have failed. */

import type { ReactNode } from "react";
import collaborationTexts from "@/app/i18n/en/collaboration";
import { useCheckWords } from "@/app/i18n/use-check-words";
import { useTexts } from "@/app/i18n/use-texts";
import { Followers } from "@/app/ui/followers";
import { PlatformIcon } from "@/app/ui/platform-icon";
import { Said, useEventTitle } from "./collaboration-timeline";
import type { Page, PartProps } from "./props";

export function LastWord({ page, viewer }: PartProps) {
  const titleOf = useEventTitle();
  if (page.row.state === "applied" || page.row.state === "invited")
    return <Opening page={page} viewer={viewer} />;
  const last = page.events.at(-1);
  if (!last) return null;
  if (last.event === "fail_verification") return <Failed page={page} title={titleOf(last)} />;
  if (!last.data.note && !last.data.clause) return null;
  return (
    <Word title={titleOf(last)}>
      <Said moved={last} page={page} />
    </Word>
  );
}

/** How it began: the creator's application, or the brand's invitation. */
function Opening({ page, viewer }: PartProps) {
  const t = useTexts(collaborationTexts);
  const { row, channel, creator } = page;
  const invited = row.state === "invited";
  return (
    <Word title={invited ? t("invitation", { brand: page.brand.name }) : t("pitch")}>
      <p className="whitespace-pre-line">{row.pitch || t("pitch_none")}</p>
      {channel && viewer !== "creator" ? (
        <p className="mt-2 flex flex-wrap items-center gap-x-3 text-sm">
          <a
            href={channel.url}
            target="_blank"
            rel="noreferrer noopener"
            className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-primary hover:underline"
          >
            <PlatformIcon platform={row.platform} />
            {channel.handle}
          </a>
          <Followers followers={channel.followers} engagement_bps={channel.engagement_bps} />
          <a
            href={`/creators/${creator.handle}`}
            className="inline-flex min-h-11 items-center font-semibold text-primary hover:underline"
          >
            {t("record")}
          </a>
        </p>
      ) : null}
    </Word>
  );
}

function Failed({ page, title }: { page: Page; title: string }) {
  const word = useCheckWords();
  const failed = page.submissions[0]?.look?.checks.filter(({ verdict }) => verdict === "failed") ?? [];
  if (failed.length === 0) return null;
  return (
    <Word title={title}>
      <ul className="list-disc space-y-1 pl-5">
        {failed.map((check) => (
          <li key={check.check}>{word(check, "code")}</li>
        ))}
      </ul>
    </Word>
  );
}

function Word({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-4 border-l-4 border-line-strong pl-4">
      <h3 className="text-sm font-semibold text-ink-soft">{title}</h3>
      <div className="mt-1">{children}</div>
    </div>
  );
}
