/** One figure, what it counts, and where it comes from. */
import type { ReactNode } from "react";
import { cx } from "./class-names";
import { INK, SOLID, type Tone } from "./tone";

type Props = { label: ReactNode; value: ReactNode; note?: ReactNode; tone?: Tone };

export function StatCard({ label, value, note, tone = "neutral" }: Props) {
  return (
    <div className="relative overflow-hidden rounded-xl border border-line bg-surface p-5 shadow-sm">
      {tone === "neutral" ? null : (
        <span aria-hidden className={cx("absolute inset-y-0 left-0 w-1", SOLID[tone])} />
      )}
      <p className="text-sm font-medium text-ink-soft">{label}</p>
      <p data-figures className={cx("mt-1 text-2xl font-bold", tone === "neutral" ? "text-ink" : INK[tone])}>
        {value}
      </p>
      {note ? <p className="mt-1 text-sm text-ink-faint">{note}</p> : null}
    </div>
  );
}
