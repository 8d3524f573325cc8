/** One open offer at a glance: what it is, what it pays, where the post goes. */

import { BadgeCheck, Package } from "lucide-react";
import type { OfferCard as Offer } from "@/app/domain/discovery/browse-offers";
import commonTexts from "@/app/i18n/en/common";
import offersCardTexts from "@/app/i18n/en/offers/card";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { FundedMark } from "./badge";
import { Money } from "./money";
import { ASKED_FOR_FIRST } from "./photo-gallery";
import { PlatformIcon } from "./platform-icon";

/** What the card shows. */
export type OfferCardData = Pick<
  Offer,
  | "id"
  | "title"
  | "product_title"
  | "channels"
  | "marketplace_country"
  | "sample_mode"
  | "fee_minor"
  | "currency"
  | "slots"
  | "slots_taken"
  | "brand_name"
  | "photo_id"
> & { brand_verified: boolean };

/** A row of `browseOffers` as the card takes it. */
export function offerCardData({ brand_verified_at, live_at: _, ...offer }: Offer): OfferCardData {
  return { ...offer, brand_verified: brand_verified_at !== null };
}

/** `heading` is the level of its title on the page around it. */
export function OfferCard({
  offer,
  heading: Heading = "h3",
  first = false,
}: {
  offer: OfferCardData;
  heading?: "h2" | "h3";
  /** Seen before anything is scrolled: its photo is asked for at once. */
  first?: boolean;
}) {
  const t = useTexts(offersCardTexts);
  const tCommon = useTexts(commonTexts);
  const format = useFormat();
  const left = offer.slots - offer.slots_taken;
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-sm transition-shadow hover:shadow-md">
      <div className="relative aspect-[4/3] overflow-hidden bg-sunken">
        {offer.photo_id ? (
          <img
            src={`/assets/${offer.photo_id}`}
            alt=""
            {...(first ? ASKED_FOR_FIRST : { loading: "lazy" })}
            className="absolute inset-0 size-full object-cover transition-transform duration-300 group-hover:scale-[1.02]"
          />
        ) : (
          <Package
            aria-hidden
            className="absolute inset-0 m-auto size-14 text-line-strong"
            strokeWidth={1.2}
          />
        )}
        <span className="absolute top-3 left-3">
          <FundedMark />
        </span>
      </div>
      <div className="flex flex-1 flex-col gap-3 p-4">
        <div className="flex-1">
          <p className="flex items-center gap-1 text-sm text-ink-faint">
            <span className="truncate">{offer.brand_name}</span>
            {offer.brand_verified ? (
              <BadgeCheck
                role="img"
                aria-label={t("verified_brand")}
                className="size-4 shrink-0 text-primary"
              />
            ) : null}
          </p>
          <Heading className="mt-0.5 line-clamp-2 font-semibold">
            <a
              href={`/offers/${offer.id}`}
              className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-xl focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
            >
              {offer.title}
            </a>
          </Heading>
        </div>
        <div className="flex items-end justify-between gap-3">
          <p>
            <Money minor={offer.fee_minor} currency={offer.currency} compact className="text-xl font-bold" />
            <span className="block text-xs text-ink-faint">{t("per_post")}</span>
          </p>
          <p className="flex gap-1.5 pb-0.5 text-ink-soft">
            {offer.channels.map((platform) => (
              <PlatformIcon key={platform} platform={platform} />
            ))}
          </p>
        </div>
        <p className="flex flex-wrap gap-x-2 border-t border-line pt-3 text-xs text-ink-soft">
          <span>{format.country(offer.marketplace_country)}</span>
          <span aria-hidden>·</span>
          <span>{tCommon(`sample_mode_short.${offer.sample_mode}`)}</span>
          <span aria-hidden>·</span>
          <span>{left > 0 ? t("slots_left", { count: left }) : t("full")}</span>
        </p>
      </div>
    </article>
  );
}
