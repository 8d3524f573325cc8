/** What happens when, in the words of the policy that the agreement will freeze. */
import offersPageTexts from "@/app/i18n/en/offers/page";
import { useTexts } from "@/app/i18n/use-texts";
import { Card } from "@/app/ui/card";
import { Disclosure } from "@/app/ui/disclosure";
import { PolicyTerms } from "@/app/ui/policy-terms";
import type { PublicOffer } from "../route";

type StepText = { title: string; body: string };

type Props = {
  offer: PublicOffer["offer"];
  /** How long pay rests where a rule of risk asks for it. */
  hold_days: number;
};

export function WhenCard({ offer, hold_days }: Props) {
  const t = useTexts(offersPageTexts);
  const steps = useSteps(offer, hold_days);
  return (
    <Card as="section" className="space-y-5">
      <div>
        <h2 className="text-xl font-semibold">{t("when")}</h2>
        <p className="mt-1 text-sm text-ink-soft">{t("when_lead")}</p>
      </div>
      <ol className="space-y-4">
        {steps.map((step, index) => (
          <li key={step.title} className="flex gap-4">
            <span
              aria-hidden
              data-figures
              className="flex size-7 shrink-0 items-center justify-center rounded-full bg-primary-soft text-sm font-bold text-primary"
            >
              {index + 1}
            </span>
            <div>
              <h3 className="font-semibold">{step.title}</h3>
              <p className="text-sm text-ink-soft">{step.body}</p>
            </div>
          </li>
        ))}
      </ol>
      <Disclosure label={t("all_terms")} className="-mb-2 border-t border-line pt-2">
        <div className="py-3">
          <PolicyTerms policy={offer.policy} />
        </div>
      </Disclosure>
    </Card>
  );
}

function useSteps({ policy, sample_mode }: PublicOffer["offer"], hold_days: number): StepText[] {
  const t = useTexts(offersPageTexts);
  const say = (
    step:
      | "answer"
      | "accept"
      | "shipped"
      | "purchase"
      | "code"
      | "create"
      | "create_now"
      | "review"
      | "paid"
      | "paid_first"
      | "stays",
    values: Record<string, number> = {},
  ): StepText => ({ title: t(`step.${step}.title`), body: t(`step.${step}.body`, values) });
  const create = { days: policy.content_window_days, extra: policy.content_extension_days };
  return [
    say("answer", { days: policy.application_window_days }),
    say("accept", { hours: policy.offer_window_hours }),
    ...(sample_mode === "shipped" ? [say("shipped", { days: policy.ship_window_business_days })] : []),
    ...(sample_mode === "purchase" ? [say("purchase", { hours: policy.order_window_hours })] : []),
    ...(sample_mode === "code" ? [say("code", { days: policy.ship_window_business_days })] : []),
    say(sample_mode === "none" ? "create_now" : "create", create),
    say("review", { days: policy.review_window_days, rounds: policy.revisions }),
    hold_days > 0 ? say("paid_first", { days: hold_days }) : say("paid"),
    say("stays", { days: policy.monitoring_days }),
  ];
}
