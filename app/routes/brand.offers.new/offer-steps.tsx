/** Where one is between the first word of an offer and its payment. */
import brandFormTexts from "@/app/i18n/en/brand/form";
import { useTexts } from "@/app/i18n/use-texts";
import { Steps } from "@/app/ui/steps";
import { STEPS, type StepName } from "./steps";

type Props = {
  current: StepName | "check";
  done: readonly StepName[];
  /** Before anything is saved there is nothing to go to. */
  hrefOf?: (step: StepName) => string;
};

export function OfferSteps({ current, done, hrefOf }: Props) {
  const t = useTexts(brandFormTexts);
  const steps = STEPS.map((name) => ({
    id: name,
    label: t(`section.${name}`),
    done: done.includes(name),
    to: hrefOf?.(name),
  }));
  return (
    <Steps current={current} steps={[...steps, { id: "check", label: t("section.check"), done: false }]} />
  );
}
