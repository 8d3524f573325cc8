/**
 * One figure, what it counts, and where it comes from. Over a phone's whole width the figure stands at the end of the row, so that
 * several of them line up; a narrower card has it below its label.
 */
import type { ReactNode } from "react";
import { cx } from "./class-names";
import { INK, SOLID, type Tone } from "./tone";

type Props = { label: ReactNode; value: ReactNode; note?: ReactNode; tone?: Tone };

export function StatCard({ label, value, note, tone = "neutral" }: Props) {
  return (
    <div className="@container relative h-full overflow-hidden rounded-xl border border-line bg-surface shadow-sm">
      {tone === "neutral" ? null : (
        <span aria-hidden className={cx("absolute inset-y-0 left-0 w-1", SOLID[tone])} />
      )}
      <div className="grid content-start gap-x-4 p-4 max-sm:@2xs:grid-cols-[minmax(0,1fr)_auto] max-sm:@2xs:items-center sm:p-5">
        <p className="text-sm font-medium text-ink-soft">{label}</p>
        <p
          data-figures
          className={cx(
            "mt-1 text-xl font-bold max-sm:@2xs:row-span-2 max-sm:@2xs:mt-0 sm:text-2xl",
            tone === "neutral" ? "text-ink" : INK[tone],
          )}
        >
          {value}
        </p>
        {note ? <p className="mt-0.5 text-sm text-ink-faint sm:mt-1">{note}</p> : null}
      </div>
    </div>
  );
}
