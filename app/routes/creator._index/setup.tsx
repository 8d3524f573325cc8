/** What is still missing before a creator can work and be paid. Gone once all of it is done. */

import { Circle, CircleCheck } from "lucide-react";
import creatorSetupTexts from "@/app/i18n/en/creator/setup";
import { useTexts } from "@/app/i18n/use-texts";
import { Section } from "@/app/ui/card";
import { LinkRows } from "@/app/ui/link-rows";
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
  const t = useTexts(creatorSetupTexts);
  const steps = Object.keys(SETUP_STEPS) as SetupStep[];
  const count = steps.length;
  const done_count = steps.filter((step) => done[step]).length;
  if (done_count === count) return null;
  const progress = t("progress", { done: done_count, count });
  return (
    <Section title={t("title")} description={progress}>
      <ProgressBar value={done_count} max={count} label={progress} />
      <LinkRows
        rows={steps.map((step) =>
          done[step]
            ? {
                key: step,
                icon: <CircleCheck aria-hidden className="size-6 text-success-ink" />,
                label: (
                  <>
                    {t(`${step}`)}
                    <span className="sr-only"> ({t("done")})</span>
                  </>
                ),
              }
            : {
                key: step,
                to: SETUP_STEPS[step],
                icon: <Circle aria-hidden className="size-6" />,
                label: t(`${step}`),
                hint: t(`${step}_hint`),
              },
        )}
      />
    </Section>
  );
}
