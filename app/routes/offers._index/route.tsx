/** All open offers. The address holds filters, order and page, so every view can be kept and shared. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { browseOffers } from "@/app/domain/discovery/browse-offers";
import offersBrowseTexts from "@/app/i18n/en/offers/browse";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { cursorText } from "@/app/lib/page";
import { LinkButton } from "@/app/ui/button";
import { PageHeader } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { offerCardData } from "@/app/ui/offer-card";
import { OfferCards } from "@/app/ui/offer-cards";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { countActive, filterOf, readCursor, readForm } from "./filter";
import { Filters } from "./filters";

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const form = readForm(searchParams);
  const { offers, next } = await browseOffers(db, filterOf(form), readCursor(searchParams, form.sort));
  return { form, offers: offers.map(offerCardData), next: cursorText(next) };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => {
  const t = metaT(matches, offersBrowseTexts);
  return publicMeta(t("title"), t("lead"));
};

export default function Offers() {
  const t = useTexts(offersBrowseTexts);
  const { form, offers, next } = useLoaderData<typeof loader>();
  const narrowed = countActive(form) > 0 || form.text !== "";
  return (
    <PageBody>
      <PageHeader title={t("title")} description={t("lead")} />
      {/* A new address brings new values into the fields. */}
      <Filters key={JSON.stringify(form)} form={form} />
      {offers.length > 0 ? (
        <OfferCards offers={offers} />
      ) : (
        <EmptyState
          scene={narrowed ? "search" : "offers"}
          title={narrowed ? t("empty_title") : t("empty_all_title")}
          action={narrowed ? <LinkButton to="/offers">{t("show_all")}</LinkButton> : undefined}
        >
          {narrowed ? t("empty") : t("empty_all")}
        </EmptyState>
      )}
      <Pagination next={next} />
    </PageBody>
  );
}
