/** Moments in time. All are told in the zone of the page (the reader's where it is known), and carry the exact instant. */

import { Clock } from "lucide-react";
import uiTexts from "@/app/i18n/en/ui";
import type { DateStyle } from "@/app/i18n/format";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "./class-names";
import { useNow, useTimeZone } from "./page-facts";
import { INK } from "./tone";

type DateTimeProps = { at: Date | string; style?: DateStyle; className?: string };

/** A `<time>` whose title names the zone. */
export function DateTime({ at, style = "day", className }: DateTimeProps) {
  const format = useFormat();
  const zone = useTimeZone();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={format.date(at, "minute_long", zone)}
      className={className}
    >
      {format.date(at, style, zone)}
    </time>
  );
}

/** "3 days ago", with the exact moment in its title. */
export function RelativeTime({ at, className }: { at: Date | string; className?: string }) {
  const format = useFormat();
  const zone = useTimeZone();
  const now = useNow();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={format.date(at, "minute_long", zone)}
      className={className}
    >
      {format.relative(at, now)}
    </time>
  );
}

const HOUR_MS = 3_600_000;

/** Until when something must be done, and how much time is left; warms up as it comes near. */
export function Deadline({ at, className }: { at: Date | string; className?: string }) {
  const t = useTexts(uiTexts);
  const format = useFormat();
  const zone = useTimeZone();
  const now = useNow();
  const left_ms = new Date(at).getTime() - now.getTime();
  const tone = left_ms <= 0 ? "danger" : left_ms < 24 * HOUR_MS ? "warn" : "neutral";
  const when = format.relative(at, now);
  return (
    <span className={cx("inline-flex flex-wrap items-baseline gap-x-1.5 text-sm", INK[tone], className)}>
      <Clock aria-hidden className="size-4 shrink-0 self-center" />
      <span className="font-semibold">
        {left_ms <= 0 ? t("deadline.over", { when }) : t("deadline.left", { when })}
      </span>
      <time
        dateTime={new Date(at).toISOString()}
        title={format.date(at, "minute_long", zone)}
        className={tone === "neutral" ? "text-ink-faint" : undefined}
      >
        {format.date(at, "minute", zone)}
      </time>
    </span>
  );
}
