/** Offers that are still being written, each with what it still needs. */
import { useTranslation } from "react-i18next";
import { Section } from "@/app/ui/card";
import { LinkRows } from "@/app/ui/link-rows";
import type { StepName } from "../brand.offers.new/steps";

export type Unfinished = { id: string; title: string; missing: StepName[] };

export function UnfinishedOffers({ drafts }: { drafts: readonly Unfinished[] }) {
  const { t } = useTranslation("brand");
  if (drafts.length === 0) return null;
  const steps = (missing: readonly StepName[]) =>
    missing.map((step) => t(`form.section.${step}`)).join(" · ");
  return (
    <Section title={t("offers.unfinished")}>
      <LinkRows
        rows={drafts.map(({ id, title, missing }) => ({
          to: `/brand/offers/new/${id}?step=${missing[0] ?? "terms"}`,
          key: id,
          label: title || t("offers.untitled"),
          hint: missing.length > 0 ? t("offers.still_missing", { steps: steps(missing) }) : undefined,
        }))}
      />
    </Section>
  );
}
