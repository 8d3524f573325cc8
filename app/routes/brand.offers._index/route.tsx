/** All offers of a brand. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireBrand } from "@/app/auth/session";
import { brandMay } from "@/app/domain/brand/roles";
import { listBrandOffers } from "@/app/domain/discovery/queries";
import { LinkButton } from "@/app/ui/button";
import { PageHeader } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { OfferTable } from "./offer-table";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireBrand(request);
  return {
    offers: await listBrandOffers(db, actor.brand_id),
    may_edit: brandMay(actor.role, "edit"),
  };
}

export default function BrandOffers() {
  const { t } = useTranslation("brand");
  const { offers, may_edit } = useLoaderData<typeof loader>();
  const create = may_edit && (
    <LinkButton to="/brand/offers/new" variant="primary">
      {t("offers.create")}
    </LinkButton>
  );
  return (
    <PageBody>
      <PageHeader title={t("offers.title")} actions={create || undefined} />
      {offers.length > 0 ? (
        <OfferTable offers={offers} />
      ) : (
        <EmptyState scene="offers" title={t("offers.empty_title")} action={create}>
          {t("offers.empty")}
        </EmptyState>
      )}
    </PageBody>
  );
}
