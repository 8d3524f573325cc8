/** The product in figures, and who may apply. */

import { ExternalLink } from "lucide-react";
import commonTexts from "@/app/i18n/en/common";
import offersPageTexts from "@/app/i18n/en/offers/page";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { Card } from "@/app/ui/card";
import { DataList } from "@/app/ui/data-list";
import type { PublicOffer } from "../route";

type Props = { offer: PublicOffer["offer"] };

export function ProductCard({ offer }: Props) {
  const t = useTexts(offersPageTexts);
  const tCommon = useTexts(commonTexts);
  const format = useFormat();
  return (
    <Card as="section">
      <h2 className="text-lg font-semibold">{t("product")}</h2>
      <p className="mt-1 text-ink-soft">{offer.product_title}</p>
      <div className="mt-3">
        <DataList
          rows={[
            {
              label: t("retail_value"),
              value:
                offer.retail_value_minor > 0 ? format.money(offer.retail_value_minor, offer.currency) : null,
            },
            { label: t("sample"), value: tCommon(`sample_mode.${offer.sample_mode}`) },
            { label: t("sold_in"), value: format.country(offer.marketplace_country) },
            {
              label: t("asin"),
              value: offer.asin ? <span className="font-mono">{offer.asin}</span> : null,
            },
          ]}
        />
      </div>
      {offer.product_url ? (
        <a
          href={offer.product_url}
          rel="noopener nofollow ugc"
          target="_blank"
          className="mt-3 inline-flex min-h-11 items-center gap-1.5 font-semibold text-primary hover:underline"
        >
          {t("open_product")} <ExternalLink aria-hidden className="size-4" />
        </a>
      ) : null}
    </Card>
  );
}

export function EligibilityCard({ offer }: Props) {
  const t = useTexts(offersPageTexts);
  const format = useFormat();
  const { eligibility } = offer;
  const orMore = (value: string) => t("or_more", { value });
  return (
    <Card as="section">
      <h2 className="text-lg font-semibold">{t("eligible")}</h2>
      <div className="mt-2">
        <DataList
          rows={[
            {
              label: t("countries"),
              value:
                eligibility.countries.length > 0
                  ? format.list(eligibility.countries.map(format.country))
                  : t("any_country"),
            },
            {
              label: t("followers"),
              value:
                eligibility.min_followers > 0 ? (
                  <>
                    {orMore(format.number(eligibility.min_followers))}
                    <Note>{t("followers_note")}</Note>
                  </>
                ) : null,
            },
            {
              label: t("engagement"),
              value:
                eligibility.min_engagement_bps > 0 ? (
                  <>
                    {orMore(format.percent(eligibility.min_engagement_bps))}
                    <Note>{t("engagement_note")}</Note>
                  </>
                ) : null,
            },
            {
              label: t("delivery"),
              value:
                eligibility.min_delivery_bps > 0 ? (
                  <>
                    {orMore(format.percent(eligibility.min_delivery_bps))}
                    <Note>{t("delivery_note")}</Note>
                  </>
                ) : null,
            },
            {
              label: t("open_jobs"),
              value:
                eligibility.max_open_jobs > 0
                  ? t("up_to", { value: format.number(eligibility.max_open_jobs) })
                  : null,
            },
            {
              label: t("storefront"),
              value: eligibility.requires_storefront ? t("storefront_needed") : null,
            },
          ]}
        />
      </div>
    </Card>
  );
}

function Note({ children }: { children: string }) {
  return <span className="block text-xs font-normal text-ink-faint">{children}</span>;
}
