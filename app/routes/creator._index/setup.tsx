/** What is still missing before a creator can work and be paid. Gone once all of it is done. */
import { Link } from "@remix-run/react";
import { ArrowRight, Circle, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Card, Section } from "@/app/ui/card";
import { cx } from "@/app/ui/class-names";
import { ProgressBar } from "@/app/ui/progress";

export const SETUP_STEPS = {
  email: "/confirm-email",
  profile: "/creator/profile",
  channel: "/creator/channels",
  address: "/creator/address",
  payouts: "/creator/payouts",
} as const;
export type SetupStep = keyof typeof SETUP_STEPS;

export function Setup({ done }: { done: Readonly<Record<SetupStep, boolean>> }) {
  const { t } = useTranslation("creator");
  const steps = Object.keys(SETUP_STEPS) as SetupStep[];
  const count = steps.length;
  const done_count = steps.filter((step) => done[step]).length;
  if (done_count === count) return null;
  const progress = t("setup.progress", { done: done_count, count });
  return (
    <Section title={t("setup.title")} description={progress}>
      <ProgressBar value={done_count} max={count} label={progress} />
      <Card padded={false}>
        <ul className="divide-y divide-line">
          {steps.map((step) => (
            <Row key={step} step={step} done={done[step]} />
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function Row({ step, done }: { step: SetupStep; done: boolean }) {
  const { t } = useTranslation("creator");
  const Mark = done ? CircleCheck : Circle;
  const text = (
    <>
      <Mark aria-hidden className={cx("size-6 shrink-0", done ? "text-success-ink" : "text-ink-faint")} />
      <span className="min-w-0 flex-1">
        <span className={cx("block font-semibold", done && "text-ink-soft")}>
          {t(`setup.${step}`)}
          {done ? <span className="sr-only"> ({t("setup.done")})</span> : null}
        </span>
        {done ? null : <span className="block text-sm text-ink-soft">{t(`setup.${step}_hint`)}</span>}
      </span>
    </>
  );
  const row = "flex min-h-14 items-center gap-4 px-5 py-3";
  if (done) return <li className={row}>{text}</li>;
  return (
    <li>
      <Link to={SETUP_STEPS[step]} className={cx(row, "hover:bg-sunken")}>
        {text}
        <ArrowRight aria-hidden className="size-5 shrink-0 text-primary" />
      </Link>
    </li>
  );
}
