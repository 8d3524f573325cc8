/** How the payout account stands, why, and the one button that brings it further. */

import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { AccountCondition } from "@/app/domain/creator/account-condition";
import type { PayoutFailure } from "@/app/domain/creator/vocabulary";
import creatorPayoutsTexts from "@/app/i18n/en/creator/payouts";
import { useTexts } from "@/app/i18n/use-texts";
import { LinkButton, SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Money } from "@/app/ui/money";
import type { Want } from "./wants";

/** `onboarding` leads to Stripe's forms, `dashboard` to the creator's own pages there, `support` to Stripe's people. */
type Way = "onboarding" | "dashboard" | "support";
type Look = readonly ["info" | "success" | "warn" | "danger", button: string, Way];

const LOOK = {
  not_begun: ["info", "begin", "onboarding"],
  in_progress: ["warn", "resume", "onboarding"],
  pending: ["info", "look", "dashboard"],
  restricted: ["warn", "mend", "onboarding"],
  country_unsupported: ["warn", "mend", "onboarding"],
  disabled: ["warn", "look", "dashboard"],
  transfers_inactive: ["warn", "mend", "onboarding"],
  rejected: ["danger", "write", "support"],
  disconnected: ["danger", "replace", "onboarding"],
  payout_failed: ["warn", "bank", "dashboard"],
  payouts_paused: ["warn", "mend", "onboarding"],
  active: ["success", "dashboard", "dashboard"],
} as const satisfies Record<AccountCondition, Look>;

const SUPPORT = "https://support.stripe.com/express";

/** Where what Stripe asks for is worth reading; elsewhere the list is no longer, or not yet, the creator's to answer. */
const ASKS: ReadonlySet<AccountCondition> = new Set([
  "restricted",
  "country_unsupported",
  "transfers_inactive",
  "payout_failed",
  "payouts_paused",
]);

type Props = {
  condition: AccountCondition;
  wants: readonly Want[];
  /** What was wrong with what was given, in Stripe's words. */
  said: readonly string[];
  failure: PayoutFailure | null;
};

export function AccountCard({ condition, wants, said, failure }: Props) {
  const t = useTexts(creatorPayoutsTexts);
  const [tone] = LOOK[condition];
  return (
    <Callout tone={tone} title={t(`condition.${condition}.title`)} action={<TheWay condition={condition} />}>
      {t(`condition.${condition}.text`)}
      {condition === "payout_failed" && failure ? (
        <p className="mt-2">
          <Money minor={failure.amount_minor} currency={failure.currency} /> ·{" "}
          {t("bank_says", { reason: failure.message || failure.code })}
        </p>
      ) : null}
      {ASKS.has(condition) ? <Asked wants={wants} said={said} /> : null}
    </Callout>
  );
}

function Asked({ wants, said }: Pick<Props, "wants" | "said">): ReactNode {
  const t = useTexts(creatorPayoutsTexts);
  return (
    <>
      {said.map((reason) => (
        <p key={reason} className="mt-2">
          {t("stripe_says", { reason })}
        </p>
      ))}
      {wants.length > 0 ? (
        <>
          <p className="mt-2">{t("wants")}</p>
          <ul className="list-disc pl-5">
            {wants.map((want) => (
              <li key={want}>{t(`want.${want}`)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function TheWay({ condition }: Pick<Props, "condition">) {
  const t = useTexts(creatorPayoutsTexts);
  const [, label, way] = LOOK[condition];
  if (way === "support")
    return (
      <LinkButton to={SUPPORT} variant="secondary">
        {t(`${label}`)}
      </LinkButton>
    );
  return (
    <Form method="post">
      <SubmitButton name="intent" value={way} variant={condition === "active" ? "secondary" : "primary"}>
        {t(`${label}`)}
      </SubmitButton>
    </Form>
  );
}
