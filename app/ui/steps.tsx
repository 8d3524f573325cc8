/** How far one is in something that takes several pages. Steps that may be gone to lead to themselves. */

import { Link } from "@remix-run/react";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import uiTexts from "@/app/i18n/en/ui";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "./class-names";

export type Step = {
  id: string;
  label: ReactNode;
  /** only where one may go to it */
  to?: string;
  /** where the order alone does not say it */
  done?: boolean;
};

export function Steps({ steps, current }: { steps: readonly Step[]; current: string }) {
  const t = useTexts(uiTexts);
  const at = Math.max(
    0,
    steps.findIndex((step) => step.id === current),
  );
  return (
    <nav aria-label={t("steps.label")}>
      <p className="text-sm font-medium text-ink-soft md:hidden">
        {t("steps.step", { n: at + 1, count: steps.length })} · <b className="text-ink">{steps[at]?.label}</b>
      </p>
      <ol className="mt-2 flex gap-1.5 md:mt-0 md:gap-4">
        {steps.map((step, index) => {
          const done = step.done ?? index < at;
          const label = (
            <span className="hidden items-center gap-2 md:flex">
              {done ? (
                <Check aria-hidden className="size-4 text-primary" />
              ) : (
                <span data-figures>{index + 1}</span>
              )}
              {step.label}
              {done ? <span className="sr-only">({t("steps.done")})</span> : null}
            </span>
          );
          return (
            <li
              key={step.id}
              aria-current={index === at ? "step" : undefined}
              className={cx(
                "flex-1 border-t-4 pt-0 text-sm font-semibold md:pt-2",
                index === at || done ? "border-primary" : "border-line-strong",
                index === at ? "text-ink" : "text-ink-faint",
              )}
            >
              {index !== at && step.to ? (
                <Link to={step.to} className="block hover:text-ink">
                  {label}
                  <span className="sr-only md:hidden">{step.label}</span>
                </Link>
              ) : (
                label
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
