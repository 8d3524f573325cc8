/** How many follow a channel: as the platform told us, with the age of that, or as the creator states it. Engagement is always stated. */

import { BadgeCheck } from "lucide-react";
import type { ReactNode } from "react";
import followersTexts from "@/app/i18n/en/followers";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { useNow, useTimeZone } from "./page-facts";

type Props = {
  /** `seen_at`: when the platform told; null for what the creator states. */
  followers: { count: number; seen_at: Date | string | null };
  engagement_bps?: number;
  /** The reader is the one who stated it. */
  own?: boolean;
};

export function Followers({ followers: { count, seen_at }, engagement_bps = 0, own = false }: Props) {
  const t = useTexts(followersTexts);
  const format = useFormat();
  const stated = t(own ? "stated_own" : "stated");
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-soft">
      <Figure source={seen_at ? <Verified at={seen_at} /> : stated}>
        {t("count", { count, number: format.number(count) })}
      </Figure>
      {engagement_bps > 0 ? (
        <Figure source={stated}>{t("engagement", { percent: format.percent(engagement_bps) })}</Figure>
      ) : null}
    </span>
  );
}

function Figure({ source, children }: { source: ReactNode; children: ReactNode }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-1.5">
      <span data-figures>{children}</span>
      <span className="text-xs text-ink-faint">{source}</span>
    </span>
  );
}

function Verified({ at }: { at: Date | string }) {
  const t = useTexts(followersTexts);
  const format = useFormat();
  const zone = useTimeZone();
  const now = useNow();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={t("verified_title", { when: format.date(at, "minute_long", zone) })}
      className="inline-flex items-center gap-1 text-primary"
    >
      <BadgeCheck aria-hidden className="size-3.5 self-center" />
      {t("verified", { when: format.relative(at, now) })}
    </time>
  );
}
