/** All offers of a brand. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireBrand } from "@/app/auth/session";
import { listBrandOffers } from "@/app/domain/discovery/queries";
import { LinkButton } from "@/app/ui/button";
import { PageHeader } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { OfferTable } from "./offer-table";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireBrand(request);
  return { offers: await listBrandOffers(db, actor.brand_id) };
}

export default function BrandOffers() {
  const { t } = useTranslation("brand");
  const { offers } = useLoaderData<typeof loader>();
  const create = (
    <LinkButton to="/brand/offers/new" variant="primary">
      {t("offers.create")}
    </LinkButton>
  );
  return (
    <PageBody>
      <PageHeader title={t("offers.title")} actions={create} />
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
