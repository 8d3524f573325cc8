/** That something is coming. */

import { useNavigation } from "@remix-run/react";
import uiTexts from "@/app/i18n/en/ui";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "./class-names";
import { SOLID, type Tone } from "./tone";

/** A thin line at the top while the next page loads. It waits a moment, so that fast pages do not flicker. */
export function NavigationProgress() {
  const t = useTexts(uiTexts);
  const busy = useNavigation().state !== "idle";
  return (
    <div
      role="progressbar"
      aria-label={t("loading")}
      aria-hidden={!busy}
      className={cx(
        "fixed inset-x-0 top-0 z-50 h-0.75 overflow-hidden transition-opacity duration-200",
        busy ? "opacity-100 delay-150" : "opacity-0",
      )}
    >
      <div className={cx("h-full w-1/3 rounded-full bg-primary", busy && "animate-travel")} />
    </div>
  );
}

/** How much of something is done. `label` says of what. */
export function ProgressBar({
  value,
  max,
  label,
  tone = "primary",
}: {
  value: number;
  max: number;
  label: string;
  tone?: Tone;
}) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      className="h-2 overflow-hidden rounded-full bg-sunken"
    >
      <div className={cx("h-full rounded-full", SOLID[tone])} style={{ width: `${share * 100}%` }} />
    </div>
  );
}

/** Where content will stand. */
export function Skeleton({ className = "h-4 w-full" }: { className?: string }) {
  return <span aria-hidden className={cx("block animate-pulse rounded-md bg-sunken", className)} />;
}
