/** Where the money is now: brand → offer's budget → held → creator, with the amount at each place. */

import { ArrowRight, Building2, Lock, UserRound, Wallet } from "lucide-react";
import uiTexts from "@/app/i18n/en/ui";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "./class-names";
import { Money } from "./money";
import { SOFT, type Tone } from "./tone";

const MONEY_PLACES = ["brand", "budget", "held", "creator"] as const;
export type MoneyPlace = (typeof MONEY_PLACES)[number];

type Props = {
  currency: string;
  /** Amounts in minor units by place; a place that is left out has nothing to show. */
  amounts_minor: Partial<Record<MoneyPlace, number>>;
  /** Where the money in question rests at present. */
  now: MoneyPlace;
  /** The money cannot move (a dispute). */
  frozen?: boolean;
  /** Without the offer's budget: on a collaboration, where that is not of interest. */
  places?: readonly MoneyPlace[];
};

const LOOKS: Readonly<Record<MoneyPlace, { icon: typeof Lock; tone: Tone }>> = {
  brand: { icon: Building2, tone: "returned" },
  budget: { icon: Wallet, tone: "held" },
  held: { icon: Lock, tone: "held" },
  creator: { icon: UserRound, tone: "released" },
};

export function MoneyFlow({ currency, amounts_minor, now, frozen = false, places = MONEY_PLACES }: Props) {
  const t = useTexts(uiTexts);
  return (
    <ol
      aria-label={t("money_flow.label")}
      className="grid auto-rows-fr gap-2 sm:auto-cols-fr sm:grid-flow-col sm:gap-0"
    >
      {places.map((place, index) => {
        const { icon: Icon, tone } = LOOKS[place];
        const here = place === now;
        const minor = amounts_minor[place];
        return (
          <li key={place} aria-current={here ? "step" : undefined} className="flex items-center sm:contents">
            <div className="flex min-w-0 flex-1 items-center">
              {index > 0 ? (
                <ArrowRight aria-hidden className="mx-1 hidden size-4 shrink-0 text-ink-faint sm:block" />
              ) : null}
              <div
                className={cx(
                  "flex h-full min-w-0 flex-1 items-center gap-3 rounded-lg border px-3.5 py-3 sm:flex-col sm:items-start sm:gap-2",
                  here ? cx(SOFT[tone], "border-current/25") : "border-line text-ink-faint",
                )}
              >
                <Icon aria-hidden className="size-5 shrink-0" />
                <div className="flex min-w-0 flex-1 items-baseline justify-between gap-3 sm:block">
                  <p className={cx("text-sm font-semibold", here ? "" : "text-ink-soft")}>
                    {t(`money_flow.${place}`)}
                  </p>
                  {minor === undefined ? (
                    <p className="text-lg" aria-hidden>
                      –
                    </p>
                  ) : (
                    <Money
                      minor={minor}
                      currency={currency}
                      className={cx("text-lg font-bold", here ? "" : "text-ink-soft")}
                    />
                  )}
                </div>
                {here ? (
                  <p className="text-xs font-semibold whitespace-nowrap">
                    {frozen ? t("money_flow.frozen") : t("money_flow.here")}
                  </p>
                ) : null}
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
