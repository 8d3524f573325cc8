/** What we asked a platform and what it answered. The full address, the answer's own words and its hash are shown to operators alone. */

import type { SerializeFrom } from "@remix-run/node";
import type { ShownEvidence } from "@/app/domain/verification/shown-evidence";
import looksTexts from "@/app/i18n/en/looks";
import { useTexts } from "@/app/i18n/use-texts";
import { DateTime } from "@/app/ui/moments";

export function Evidence({ evidence }: { evidence: readonly SerializeFrom<ShownEvidence>[] }) {
  const t = useTexts(looksTexts);
  return evidence.map(({ source, status, fetched_at, text, address }) => (
    <div key={`${source} ${address?.url} ${fetched_at}`} className="mt-1.5 text-xs text-ink-faint">
      <p>
        {status === null
          ? t("unanswered", { source })
          : t(status === 200 ? "answered" : "answered_status", { source, status })}
        {" · "}
        <DateTime at={fetched_at} style="minute" />
      </p>
      {address ? (
        <p className="font-mono break-all">
          {address.url}
          {address.sha256 ? <span className="block">{t("hash", { hash: address.sha256 })}</span> : null}
        </p>
      ) : null}
      {address?.answer ? (
        <details className="mt-1.5">
          <summary className="min-h-6 cursor-pointer font-semibold text-ink-soft">{t("answer")}</summary>
          <p className="mt-1 max-h-60 overflow-auto rounded-md bg-sunken px-3 py-2 font-mono break-all whitespace-pre-wrap">
            {address.answer}
          </p>
        </details>
      ) : null}
      {text ? (
        <blockquote className="mt-1.5 rounded-md bg-sunken px-3 py-2 text-sm text-ink-soft">
          <span className="line-clamp-4 whitespace-pre-line">{text}</span>
        </blockquote>
      ) : null}
    </div>
  ));
}
