/** What others publish about how often a post comes of it. The figures are theirs, and the page says so. */
import homeTexts from "@/app/i18n/en/home";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "@/app/ui/class-names";

/** Shares in hundredths of a percent, as gathered in the project's field notes of November 2026. */
const RANGES = [
  { kind: "gifted", min_bps: 2_500, max_bps: 6_000, bar: "bg-line-strong" },
  { kind: "barter", min_bps: 8_000, max_bps: 9_000, bar: "bg-held" },
  { kind: "paid", min_bps: 9_500, max_bps: 10_000, bar: "bg-released" },
] as const;

export function Delivery() {
  const t = useTexts(homeTexts);
  const format = useFormat();
  return (
    <section>
      <h2 className="text-2xl font-bold sm:text-3xl">{t("delivery.title")}</h2>
      <p className="mt-2 text-ink-soft">{t("delivery.lead")}</p>
      <ul className="mt-8 space-y-6">
        {RANGES.map(({ kind, min_bps, max_bps, bar }) => (
          <li key={kind}>
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">{t(`delivery.${kind}`)}</span>
              <span data-figures className="text-lg font-bold">
                {kind === "paid"
                  ? t("delivery.or_more", { min: format.percent(min_bps) })
                  : t("delivery.from", { min: format.percent(min_bps), max: format.percent(max_bps) })}
              </span>
            </p>
            <div aria-hidden className="relative mt-2 h-3 rounded-full bg-sunken">
              <span
                className={cx("absolute inset-y-0 left-0 rounded-full", bar)}
                style={{ width: `${min_bps / 100}%` }}
              />
              <span
                className={cx("absolute inset-y-0 rounded-r-full opacity-35", bar)}
                style={{ left: `calc(${min_bps / 100}% - 0.4rem)`, right: `${100 - max_bps / 100}%` }}
              />
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-6 max-w-3xl text-sm text-ink-faint">{t("delivery.source")}</p>
    </section>
  );
}
