/** A draft as creators will read it: the same cards as on its public page, before anything is paid. */
import { useTranslation } from "react-i18next";
import { Card, Section } from "@/app/ui/card";
import { PolicyTerms } from "@/app/ui/policy-terms";
import { BriefCard } from "../../offers.$id/parts/brief-card";
import type { OfferPage } from "./props";

export function Preview({ page }: { page: OfferPage }) {
  const { t } = useTranslation("brand");
  return (
    <Section title={t("offer.preview")}>
      {page.photo_ids.length > 0 ? (
        <ul className="flex flex-wrap gap-3">
          {page.photo_ids.map((id) => (
            <li key={id}>
              <img
                src={`/assets/${id}`}
                alt=""
                className="size-28 rounded-lg border border-line object-cover"
              />
            </li>
          ))}
        </ul>
      ) : null}
      <BriefCard offer={page.offer} />
      <Card>
        <PolicyTerms policy={page.offer.policy} />
      </Card>
    </Section>
  );
}
