/** Platform by platform: what our servers check of a post here, and what our team does. */

import type { Platform } from "@/app/domain/creator/vocabulary";
import type { Proof } from "@/app/domain/verification/provability";
import proofTexts from "@/app/i18n/en/proof";
import { useTexts } from "@/app/i18n/use-texts";
import { PlatformIcon } from "./platform-icon";

const platformOf = (proof: Proof): Platform => (proof === "youtube_no_key" ? "youtube" : proof);

/** `proofs`: as the server takes them from the settings of this Postbond. */
export function Proofs({ proofs }: { proofs: readonly Proof[] }) {
  const t = useTexts(proofTexts);
  return (
    // The longest name sets the width of the first column.
    <ul className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-[max-content_minmax(0,1fr)]">
      {proofs.map((proof) => (
        <li key={proof} className="grid gap-y-0.5 sm:col-span-2 sm:grid-cols-subgrid">
          <span className="text-sm font-medium">
            <PlatformIcon platform={platformOf(proof)} named />
          </span>
          <span className="text-sm text-ink-soft">{t(`by.${proof}`)}</span>
        </li>
      ))}
    </ul>
  );
}
