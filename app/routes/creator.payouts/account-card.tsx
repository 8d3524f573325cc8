/** How the payout account stands, and the one button that brings it further. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import type { AccountState, Want } from "./account-state";

const LOOK = {
  none: ["info", "none_title", "none", "begin"],
  started: ["warn", "started_title", "started", "resume"],
  pending: ["info", "restricted_title", "pending", null],
  restricted: ["warn", "restricted_title", "restricted", "mend"],
  active: ["success", "active_title", "active", null],
  active_no_bank: ["warn", "active_title", "active_no_bank", "mend"],
  disconnected: ["danger", "restricted_title", "disconnected", null],
  rejected: ["danger", "restricted_title", "rejected", null],
} as const;

export function AccountCard({ state, wants }: { state: AccountState; wants: readonly Want[] }) {
  const { t } = useTranslation("creator");
  const [tone, title, text, button] = LOOK[state];
  const active = state === "active" || state === "active_no_bank";
  return (
    <Callout
      tone={tone}
      title={t(`payouts.${state === "pending" ? "started_title" : title}`)}
      action={button || active ? <AccountButtons button={button} active={active} /> : undefined}
    >
      {t(`payouts.${text}`)}
      {(state === "restricted" || state === "active_no_bank") && wants.length > 0 ? (
        <>
          <p className="mt-2">{t("payouts.wants")}</p>
          <ul className="list-disc pl-5">
            {wants.map((want) => (
              <li key={want}>{t(`payouts.want.${want}`)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Callout>
  );
}

type Buttons = { button: (typeof LOOK)[AccountState][3]; active: boolean };

function AccountButtons({ button, active }: Buttons) {
  const { t } = useTranslation("creator");
  return (
    <Form method="post" className="flex flex-wrap gap-3">
      {button ? (
        <SubmitButton name="intent" value="onboarding">
          {t(`payouts.${button}`)}
        </SubmitButton>
      ) : null}
      {active ? (
        <SubmitButton name="intent" value="dashboard" variant="secondary">
          {t("payouts.dashboard")}
        </SubmitButton>
      ) : null}
    </Form>
  );
}
