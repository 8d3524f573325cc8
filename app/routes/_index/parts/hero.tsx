/** What Postbond promises, and beside it what that looks like for one post. */

import { Check } from "lucide-react";
import homeTexts from "@/app/i18n/en/home";
import { useTexts } from "@/app/i18n/use-texts";
import { LinkButton } from "@/app/ui/button";
import { Money } from "@/app/ui/money";
import { PlatformIcon } from "@/app/ui/platform-icon";
import { useFacts } from "./facts";
import { Guilloche } from "./guilloche";

export function Hero() {
  const t = useTexts(homeTexts);
  const facts = useFacts();
  return (
    <section className="relative overflow-hidden border-b border-line bg-linear-to-b from-sunken/70 to-paper">
      <Guilloche className="pointer-events-none absolute -top-40 -right-40 w-[46rem] max-w-none text-primary/12 sm:-right-24" />
      <div className="container-page relative grid items-center gap-12 py-14 sm:py-20 lg:grid-cols-[1.15fr_1fr] lg:gap-16 lg:py-24">
        <div>
          <p className="text-sm font-semibold text-primary">{t("hero.eyebrow")}</p>
          <h1 className="mt-3 text-4xl font-bold sm:text-5xl">{t("hero.title")}</h1>
          <p className="mt-5 max-w-xl text-lg text-ink-soft">{t("hero.lead")}</p>
          <div className="mt-8 flex flex-col gap-3 sm:flex-row">
            <LinkButton to="/sign-up?role=brand" variant="primary" size="lg">
              {t("hero.brand")}
            </LinkButton>
            <LinkButton to="/offers" size="lg">
              {t("hero.creator")}
            </LinkButton>
          </div>
          <p className="mt-5 max-w-md text-sm text-ink-faint">{t("hero.note", facts)}</p>
        </div>
        <Receipt />
      </div>
    </section>
  );
}

const CHECKS = ["check_live", "check_owner", "check_disclosure", "check_product"] as const;

/** An example, drawn as the slip of paper that it replaces. */
function Receipt() {
  const t = useTexts(homeTexts);
  return (
    <figure className="relative mx-auto w-full max-w-md lg:rotate-[1.2deg]">
      <div className="overflow-hidden rounded-xl border border-line bg-raised shadow-lg">
        <div className="flex items-start justify-between gap-4 p-6 pb-5">
          <div>
            <p className="text-sm font-medium text-ink-faint">{t("receipt.title")}</p>
            <p className="mt-1 text-lg font-semibold">{t("receipt.product")}</p>
            <p className="mt-1 flex items-center gap-1.5 text-sm text-ink-soft">
              <PlatformIcon platform="youtube" className="size-4.5" /> {t("receipt.channel")}
            </p>
          </div>
          <span className="rounded-full bg-held-soft px-2.5 py-1 text-xs font-semibold whitespace-nowrap text-held-ink">
            {t("receipt.held")}
          </span>
        </div>
        <div className="flex items-baseline justify-between border-y border-dashed border-line-strong bg-sunken/50 px-6 py-4">
          <span className="text-sm text-ink-soft">{t("receipt.fee")}</span>
          <Money minor={240_00} currency="USD" className="text-2xl font-bold" />
        </div>
        <div className="p-6 pt-5">
          <p className="text-sm font-medium text-ink-faint">{t("receipt.checks")}</p>
          <ul className="mt-3 space-y-2.5">
            {CHECKS.map((check) => (
              <li key={check} className="flex items-center gap-2.5">
                <span className="flex size-5 items-center justify-center rounded-full bg-released text-surface">
                  <Check aria-hidden className="size-3.5" strokeWidth={3} />
                </span>
                {t(`receipt.${check}`)}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <Postmark text={t("receipt.stamp")} />
    </figure>
  );
}

/** The stamp that lets the money go. */
function Postmark({ text }: { text: string }) {
  return (
    <span className="absolute -right-3 bottom-5 flex size-24 max-[22rem]:bottom-2 max-[22rem]:scale-80 rotate-[-14deg] items-center justify-center rounded-full border-[3px] border-double border-released/70 bg-raised/85 text-center text-sm font-extrabold text-released-ink sm:-right-6 sm:size-28">
      <span className="flex size-[84%] items-center justify-center rounded-full border border-dashed border-released/60 px-1">
        {text}
      </span>
    </span>
  );
}
