/** What happened, what is now, and what is still to come. */

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import uiTexts from "@/app/i18n/en/ui";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "./class-names";
import { DateTime } from "./moments";
import type { Tone } from "./tone";
import { SOLID } from "./tone";

export type TimelineItem = {
  id: string;
  title: ReactNode;
  /** When it happened; for the present step, until when it lasts. */
  at?: Date | string | null;
  body?: ReactNode;
  phase: "past" | "now" | "ahead";
  tone?: Tone;
};

export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  const t = useTexts(uiTexts);
  return (
    <ol aria-label={t("timeline.label")}>
      {items.map((item, index) => (
        <li
          key={item.id}
          aria-current={item.phase === "now" ? "step" : undefined}
          className={cx("relative flex gap-4 last:pb-0", item.phase === "ahead" ? "pb-3" : "pb-6")}
        >
          {index < items.length - 1 ? (
            <span
              aria-hidden
              className={cx(
                "absolute top-7 -bottom-0.5 left-2.75 w-0.5",
                item.phase === "past"
                  ? "bg-line-strong"
                  : "border-l-2 border-dashed border-line bg-transparent",
              )}
            />
          ) : null}
          <Marker item={item} />
          <div className={cx("min-w-0 flex-1", item.phase === "ahead" && "text-ink-faint")}>
            <p className="flex flex-col gap-x-4 sm:flex-row sm:items-baseline sm:justify-between">
              <span className={item.phase === "now" ? "font-bold" : "font-medium"}>{item.title}</span>
              {item.at ? <When at={item.at} phase={item.phase} /> : null}
            </p>
            {item.body ? <div className="mt-1 text-sm text-ink-soft">{item.body}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A moment that is to come says so: it would else be read as when the step began. */
function When({ at, phase }: { at: Date | string; phase: TimelineItem["phase"] }) {
  const t = useTexts(uiTexts);
  return (
    <span className="shrink-0 text-sm text-ink-faint">
      {phase === "now" ? `${t("timeline.until")} ` : null}
      <DateTime at={at} style="minute" />
    </span>
  );
}

function Marker({ item }: { item: TimelineItem }) {
  if (item.phase === "ahead")
    return (
      <span
        aria-hidden
        className="mt-0.5 size-6 shrink-0 rounded-full border-2 border-dashed border-line-strong"
      />
    );
  if (item.phase === "now")
    return (
      <span
        aria-hidden
        className="mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full bg-primary-soft"
      >
        <span className={cx("size-3 animate-pulse rounded-full", SOLID[item.tone ?? "primary"])} />
      </span>
    );
  return (
    <span
      aria-hidden
      className={cx(
        "mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full text-surface",
        SOLID[item.tone ?? "neutral"],
      )}
    >
      {item.tone === "danger" ? (
        <span className="text-sm leading-none font-extrabold">!</span>
      ) : (
        <Check className="size-3.5" strokeWidth={3} />
      )}
    </span>
  );
}
