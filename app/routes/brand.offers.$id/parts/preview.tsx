/** A draft as creators will read it: the same cards as on its public page, before anything is paid. */
import brandOfferTexts from "@/app/i18n/en/brand/offer";
import offersCardTexts from "@/app/i18n/en/offers/card";
import { useTexts } from "@/app/i18n/use-texts";
import { Section } from "@/app/ui/card";
import { Money } from "@/app/ui/money";
import { PhotoGallery } from "@/app/ui/photo-gallery";
import { PlatformIcon } from "@/app/ui/platform-icon";
import { BriefCard } from "../../offers.$id/parts/brief-card";
import { EligibilityCard, ProductCard } from "../../offers.$id/parts/facts";
import { WhenCard } from "../../offers.$id/parts/when-card";
import type { OfferPage } from "./props";

export function Preview({ page: { offer, proofs, photo_ids, hold_days } }: { page: OfferPage }) {
  const t = useTexts(brandOfferTexts);
  const tCard = useTexts(offersCardTexts);
  return (
    <Section title={t("preview")}>
      <div className="space-y-6">
        <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-ink-soft">
          <span>
            <Money
              minor={offer.fee_minor}
              currency={offer.currency}
              compact
              className="text-xl font-bold text-ink"
            />{" "}
            <span className="text-sm">{tCard("per_post")}</span>
          </span>
          {offer.channels.map((platform) => (
            <PlatformIcon key={platform} platform={platform} named />
          ))}
        </p>
        <PhotoGallery photos={photo_ids.map((id) => ({ url: `/assets/${id}`, alt: offer.product_title }))} />
        <BriefCard offer={offer} proofs={proofs} />
        <WhenCard offer={offer} hold_days={hold_days} />
        <div className="grid gap-6 sm:grid-cols-2">
          <ProductCard offer={offer} />
          <EligibilityCard offer={offer} />
        </div>
      </div>
    </Section>
  );
}
