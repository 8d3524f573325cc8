/** All open offers. The address holds filters, order and page, so every view can be kept and shared. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { browseOffers } from "@/app/domain/discovery/browse-offers";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { cursorText } from "@/app/lib/page";
import { LinkButton } from "@/app/ui/button";
import { PageHeader } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { OfferCard, offerCardData } from "@/app/ui/offer-card";
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
  const t = metaT(matches, "offers");
  return publicMeta(t("browse.title"), t("browse.lead"));
};

export default function Offers() {
  const { t } = useTranslation("offers");
  const { form, offers, next } = useLoaderData<typeof loader>();
  const narrowed = countActive(form) > 0 || form.text !== "";
  return (
    <PageBody>
      <PageHeader title={t("browse.title")} description={t("browse.lead")} />
      {/* A new address brings new values into the fields. */}
      <Filters key={JSON.stringify(form)} form={form} />
      {offers.length > 0 ? (
        <ul className="grid grid-cols-1 gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {offers.map((offer) => (
            <li key={offer.id}>
              <OfferCard offer={offer} heading="h2" />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          scene={narrowed ? "search" : "offers"}
          title={narrowed ? t("browse.empty_title") : t("browse.empty_all_title")}
          action={narrowed ? <LinkButton to="/offers">{t("browse.show_all")}</LinkButton> : undefined}
        >
          {narrowed ? t("browse.empty") : t("browse.empty_all")}
        </EmptyState>
      )}
      <Pagination next={next} />
    </PageBody>
  );
}
