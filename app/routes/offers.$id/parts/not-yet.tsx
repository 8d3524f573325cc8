/** Why a creator cannot apply, each reason with what to do about it. */
import offersPageTexts from "@/app/i18n/en/offers/page";
import { useTexts } from "@/app/i18n/use-texts";
import { Callout } from "@/app/ui/callout";

export function NotYet({ reasons }: { reasons: readonly string[] }) {
  const t = useTexts(offersPageTexts);
  return (
    <Callout tone="warn" title={t("not_yet")}>
      <ul className="list-disc space-y-1 pl-4">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Callout>
  );
}
