/** Why a creator cannot apply, each reason with what to do about it. */
import { useTranslation } from "react-i18next";
import type { Ineligibility } from "@/app/domain/offer/eligibility";
import { refusalText } from "@/app/i18n/refusal-text";
import { Callout } from "@/app/ui/callout";

export function NotYet({ reasons }: { reasons: readonly Ineligibility[] }) {
  const { t } = useTranslation("offers");
  const { t: tErrors } = useTranslation("errors");
  return (
    <Callout tone="warn" title={t("page.not_yet")}>
      <ul className="list-disc space-y-1 pl-4">
        {reasons.map((reason) => (
          <li key={reason.code}>{refusalText(tErrors, reason)}</li>
        ))}
      </ul>
    </Callout>
  );
}
