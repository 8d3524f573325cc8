/** An offer as anybody may read it: the product, the fee that is already there, the brief, and what happens when. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getUser } from "@/app/auth/session";
import { readPublicOffer } from "@/app/domain/offer/queries/public-offer";
import { readVisitor } from "@/app/domain/offer/queries/visitor";
import { proofOn } from "@/app/domain/verification/provability";
import offersBrowseTexts from "@/app/i18n/en/offers/browse";
import offersCardTexts from "@/app/i18n/en/offers/card";
import offersPageTexts from "@/app/i18n/en/offers/page";
import { formatMoney } from "@/app/i18n/format";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { refusalTexts } from "@/app/i18n/server";
import { useTexts } from "@/app/i18n/use-texts";
import { idInPath, orAnswer } from "@/app/lib/answer";
import { env } from "@/app/lib/env";
import { FundedMark } from "@/app/ui/badge";
import { PageHeader } from "@/app/ui/card";
import { Money } from "@/app/ui/money";
import { PhotoGallery } from "@/app/ui/photo-gallery";
import { PlatformIcon } from "@/app/ui/platform-icon";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { ApplyCard } from "./parts/apply-card";
import { BrandCard } from "./parts/brand-card";
import { BriefCard } from "./parts/brief-card";
import { EligibilityCard, ProductCard } from "./parts/facts";
import { WhenCard } from "./parts/when-card";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await orAnswer(readPublicOffer(db, idInPath("offer", params.id)));
  const proofs = page.offer.channels.map((platform) => proofOn(platform));
  const visitor = await readVisitor(db, await getUser(request), page.offer);
  const hold_days = env.RISK_HOLD_DAYS;
  if (visitor.kind !== "creator") return { page, proofs, visitor, hold_days };
  return {
    page,
    proofs,
    hold_days,
    visitor: { ...visitor, reasons: await refusalTexts(request, visitor.reasons) },
  };
}
export type OfferLoader = typeof loader;
export type PublicOffer = Awaited<ReturnType<OfferLoader>>["page"];

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = metaT(matches, offersBrowseTexts);
  if (!data) return publicMeta(t("title"), t("lead"));
  const { offer, photo_ids } = data.page;
  const fee = formatMoney(offer.fee_minor, offer.currency, "en", { compact: true });
  return publicMeta(
    `${offer.title} · ${fee}`,
    offer.brief.summary.slice(0, 200),
    photo_ids[0] ? `/assets/${photo_ids[0]}` : undefined,
  );
};

export default function OfferPage() {
  const t = useTexts(offersPageTexts);
  const tCard = useTexts(offersCardTexts);
  const { page, proofs, visitor, hold_days } = useLoaderData<OfferLoader>();
  const { offer, brand, photo_ids } = page;
  return (
    <PageBody>
      <PageHeader
        back={{ to: "/offers", label: t("back") }}
        title={offer.title}
        badges={
          <>
            <FundedMark large />
            {/* On a phone the card with the fee stands below the photos: what it pays is said before them. */}
            <a href="#apply" className="flex min-h-11 items-center gap-2 lg:hidden">
              <Money
                minor={offer.fee_minor}
                currency={offer.currency}
                compact
                className="text-xl font-bold"
              />
              <span className="text-sm text-ink-faint">{tCard("per_post")}</span>
            </a>
          </>
        }
        description={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>{t("by", { brand: brand.name })}</span>
            {offer.channels.map((platform) => (
              <PlatformIcon key={platform} platform={platform} named />
            ))}
          </span>
        }
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-8">
        <div className="min-w-0 space-y-6">
          <PhotoGallery
            photos={photo_ids.map((id) => ({ url: `/assets/${id}`, alt: offer.product_title }))}
          />
          <div id="apply" className="scroll-mt-20 lg:hidden">
            <ApplyCard offer={offer} visitor={visitor} />
          </div>
          <BriefCard offer={offer} proofs={proofs} />
          <WhenCard offer={offer} hold_days={hold_days} />
        </div>
        <aside className="space-y-6 lg:sticky lg:top-24">
          <div className="hidden lg:block">
            <ApplyCard offer={offer} visitor={visitor} />
          </div>
          <ProductCard offer={offer} />
          <EligibilityCard offer={offer} />
          <BrandCard page={page} />
        </aside>
      </div>
    </PageBody>
  );
}
