/** Offers that are still being written, each with what it still needs. */

import brandFormTexts from "@/app/i18n/en/brand/form";
import brandOffersTexts from "@/app/i18n/en/brand/offers";
import { useTexts } from "@/app/i18n/use-texts";
import { Section } from "@/app/ui/card";
import { LinkRows } from "@/app/ui/link-rows";
import type { StepName } from "../brand.offers.new/steps";

export type Unfinished = { id: string; title: string; missing: StepName[] };

export function UnfinishedOffers({ drafts }: { drafts: readonly Unfinished[] }) {
  const t = useTexts(brandOffersTexts);
  const tForm = useTexts(brandFormTexts);
  if (drafts.length === 0) return null;
  const steps = (missing: readonly StepName[]) => missing.map((step) => tForm(`section.${step}`)).join(" · ");
  return (
    <Section title={t("unfinished")}>
      <LinkRows
        rows={drafts.map(({ id, title, missing }) => ({
          to: `/brand/offers/new/${id}?step=${missing[0] ?? "terms"}`,
          key: id,
          label: title || t("untitled"),
          hint: missing.length > 0 ? t("still_missing", { steps: steps(missing) }) : undefined,
        }))}
      />
    </Section>
  );
}
