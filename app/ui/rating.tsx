/** A share of five marks, with the figure it stands for. Not for star reviews: for scores that we computed ourselves. */
import uiTexts from "@/app/i18n/en/ui";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "./class-names";

const MAX = 5;

/** `bps` hundredths of a percent: a delivery score, for example. */
export function Rating({ bps }: { bps: number }) {
  const t = useTexts(uiTexts);
  const format = useFormat();
  const value = (bps / 10_000) * MAX;
  return (
    <span
      role="img"
      aria-label={t("rating.label", { value: format.number(Math.round(value * 10) / 10), max: MAX })}
      className="inline-flex items-center gap-2"
    >
      <span aria-hidden className="flex gap-0.5">
        {Array.from({ length: MAX }, (_, index) => index).map((index) => (
          <span key={index} className="h-2.5 w-5 overflow-hidden rounded-sm bg-line-strong/60">
            <span
              className={cx(
                "block h-full",
                bps >= 8_000 ? "bg-released" : bps >= 5_000 ? "bg-held" : "bg-danger",
              )}
              style={{ width: `${Math.min(1, Math.max(0, value - index)) * 100}%` }}
            />
          </span>
        ))}
      </span>
      <span aria-hidden data-figures className="text-sm font-semibold">
        {format.percent(bps)}
      </span>
    </span>
  );
}
