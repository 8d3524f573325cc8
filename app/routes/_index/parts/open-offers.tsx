/** The newest offers whose money is there. */
import homeTexts from "@/app/i18n/en/home";
import { useTexts } from "@/app/i18n/use-texts";
import { LinkButton } from "@/app/ui/button";
import { Section } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { OfferCard, type OfferCardData } from "@/app/ui/offer-card";

export function OpenOffers({ offers }: { offers: readonly OfferCardData[] }) {
  const t = useTexts(homeTexts);
  return (
    <Section
      title={<span className="text-2xl font-bold sm:text-3xl">{t("offers.title")}</span>}
      description={t("offers.lead")}
      more={offers.length > 0 ? { to: "/offers", label: t("offers.all") } : undefined}
    >
      {offers.length > 0 ? (
        <ul className="grid grid-cols-1 gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {offers.map((offer) => (
            <li key={offer.id}>
              <OfferCard offer={offer} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          scene="offers"
          title={t("offers.none_title")}
          action={<LinkButton to="/sign-up?role=brand">{t("hero.brand")}</LinkButton>}
        >
          {t("offers.none")}
        </EmptyState>
      )}
    </Section>
  );
}
