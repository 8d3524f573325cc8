/** Who makes the offer, and how they have treated creators so far. */
import offersPageTexts from "@/app/i18n/en/offers/page";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Avatar } from "@/app/ui/avatar";
import { VerifiedBadge } from "@/app/ui/badge";
import { Card } from "@/app/ui/card";
import type { PublicOffer } from "../route";

export function BrandCard({ page: { brand, brand_record } }: { page: PublicOffer }) {
  const t = useTexts(offersPageTexts);
  const format = useFormat();
  return (
    <Card as="section">
      <h2 className="sr-only">{t("brand")}</h2>
      <div className="flex items-center gap-3">
        <Avatar name={brand.name} square />
        <div className="min-w-0">
          <p className="font-semibold">{brand.name}</p>
          <p className="text-sm text-ink-faint">{format.country(brand.country)}</p>
        </div>
        {brand.verified_at ? (
          <span className="ml-auto">
            <VerifiedBadge />
          </span>
        ) : null}
      </div>
      {brand.about ? <p className="mt-3 text-sm text-ink-soft">{brand.about}</p> : null}
      <p className="mt-3 text-sm">
        {brand_record.agreed > 0 ? t("brand_record", brand_record) : t("brand_new")}
      </p>
      {brand.website ? (
        <a
          href={brand.website}
          rel="noopener nofollow ugc"
          target="_blank"
          className="mt-1 inline-flex min-h-11 items-center text-sm font-semibold text-primary hover:underline"
        >
          {t("brand_site")}
        </a>
      ) : null}
    </Card>
  );
}
