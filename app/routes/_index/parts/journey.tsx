/** Where the money is at each step: three lanes, and a line through them that never breaks. */

import { CreditCard, Landmark, Undo2, UserRound } from "lucide-react";
import homeTexts from "@/app/i18n/en/home";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "@/app/ui/class-names";
import { useFacts } from "./facts";

type Lane = "card" | "held" | "creator";

/** In which lane the money rests while a step lasts. */
const STEPS: ReadonlyArray<{
  step: "fund" | "agree" | "sample" | "post" | "verify" | "pay_out";
  lane: Lane;
}> = [
  { step: "fund", lane: "card" },
  { step: "agree", lane: "held" },
  { step: "sample", lane: "held" },
  { step: "post", lane: "held" },
  { step: "verify", lane: "held" },
  { step: "pay_out", lane: "creator" },
];

const LANES: Readonly<Record<Lane, { icon: typeof CreditCard; ink: string; soft: string; bar: string }>> = {
  card: { icon: CreditCard, ink: "text-returned-ink", soft: "bg-returned-soft", bar: "bg-returned" },
  held: { icon: Landmark, ink: "text-held-ink", soft: "bg-held-soft", bar: "bg-held" },
  creator: { icon: UserRound, ink: "text-released-ink", soft: "bg-released-soft", bar: "bg-released" },
};

export function Journey() {
  const t = useTexts(homeTexts);
  return (
    <section id="journey" className="pt-16 sm:pt-20">
      <h2 className="text-2xl font-bold sm:text-3xl">{t("journey.title")}</h2>
      <p className="mt-2 max-w-2xl text-ink-soft">{t("journey.lead")}</p>
      <ol className="mt-8 grid sm:mt-10 lg:grid-cols-6">
        {STEPS.map(({ step, lane }, index) => (
          <JourneyStep key={step} step={step} lane={lane} before={STEPS[index - 1]?.lane} n={index + 1} />
        ))}
      </ol>
      <WayBack />
    </section>
  );
}

type StepProps = { step: (typeof STEPS)[number]["step"]; lane: Lane; before: Lane | undefined; n: number };

function JourneyStep({ step, lane, before, n }: StepProps) {
  const t = useTexts(homeTexts);
  const { icon: Icon, ink, soft, bar } = LANES[lane];
  const last = step === "pay_out";
  return (
    <li className="relative flex gap-4 pb-6 lg:flex-col lg:gap-0 lg:pb-0">
      {/* The line: down the side on a phone, across the top where there is room. */}
      <div className="relative flex w-10 shrink-0 flex-col items-center lg:w-full lg:flex-row lg:items-center">
        <span
          className={cx(
            "relative z-10 flex size-10 shrink-0 items-center justify-center rounded-full",
            soft,
            ink,
          )}
        >
          <Icon aria-hidden className="size-5" />
        </span>
        {last ? null : (
          <span
            aria-hidden
            className={cx(
              "absolute top-10 -bottom-6 w-1.5 lg:static lg:h-1.5 lg:w-auto lg:flex-1",
              step === "fund" ? "bg-linear-to-b from-returned to-held lg:bg-linear-to-r" : "",
              step === "verify" ? "bg-linear-to-b from-held to-released lg:bg-linear-to-r" : "",
              step !== "fund" && step !== "verify" ? bar : "",
            )}
          />
        )}
      </div>
      <div className={cx("min-w-0 lg:mt-4 lg:pr-5", lane === before && "pt-2 lg:pt-4.5")}>
        {/* Seen once where the money arrives; the steps after it keep its line free where all titles stand in a row. */}
        <p className={lane === before ? "sr-only" : cx("text-xs font-semibold", ink)}>
          {t(`journey.lanes.${lane}`)}
        </p>
        <h3 className="mt-0.5 font-semibold">
          <span data-figures className="text-ink-faint">
            {n}.{" "}
          </span>
          {t(`journey.${step}.title`)}
        </h3>
        <p className="mt-1 text-sm text-ink-soft">{t(`journey.${step}.body`)}</p>
      </div>
    </li>
  );
}

function WayBack() {
  const t = useTexts(homeTexts);
  const { hours } = useFacts();
  return (
    <div className="mt-4 flex gap-4 rounded-xl border border-dashed border-returned/50 bg-returned-soft/60 p-5 sm:mt-8 sm:items-center">
      <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-returned-soft text-returned-ink">
        <Undo2 aria-hidden className="size-5" />
      </span>
      <p className="text-sm text-ink sm:text-base">
        <b className="text-returned-ink">{t("journey.back_title")}</b> {t("journey.back", { hours })}
      </p>
    </div>
  );
}
