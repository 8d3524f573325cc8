/** A brand's overview: what waits for it first, then its offers and its money. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireBrand } from "@/app/auth/session";
import { readOrganisation } from "@/app/domain/brand/queries/organisation";
import { brandMay } from "@/app/domain/brand/roles";
import { listCollaborations } from "@/app/domain/collaboration/queries/collaborations";
import { readBrandMoney } from "@/app/domain/ledger/queries/brand-money";
import { listBrandOffers } from "@/app/domain/offer/queries/brand-offers";
import brandOfferTexts from "@/app/i18n/en/brand/offer";
import brandOffersTexts from "@/app/i18n/en/brand/offers";
import brandOverviewTexts from "@/app/i18n/en/brand/overview";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { LinkButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { PageHeader, Section } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { PageBody } from "@/app/ui/shell/app-shell";
import { WorkList } from "@/app/ui/work-list";
import { db } from "@/db/client";
import { MoneyCards } from "../brand.money/money-cards";
import { OfferTable } from "../brand.offers._index/offer-table";

/** States in which the brand may have to act. */
const YOURS = ["applied", "awaiting_sample", "in_review", "appealed"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireBrand(request);
  const { brand } = await readOrganisation(db, actor);
  const { rows } = await listCollaborations(db, actor, { states: YOURS }, null, 50);
  const waiting = rows
    .filter((row) => row.awaited.includes("brand"))
    .sort((a, b) => (a.due_at?.getTime() ?? Infinity) - (b.due_at?.getTime() ?? Infinity));
  return {
    brand_name: brand.name,
    waiting: waiting.slice(0, 8),
    offers: (await listBrandOffers(db, actor, null, 5)).rows,
    money: await readBrandMoney(db, actor),
    may_edit: brandMay(actor.role, "edit"),
  };
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, brandOverviewTexts)("title"), "");

export default function BrandOverview() {
  const t = useTexts(brandOverviewTexts);
  const tOffers = useTexts(brandOffersTexts);
  const tOffer = useTexts(brandOfferTexts);
  const { brand_name, waiting, offers, money, may_edit } = useLoaderData<typeof loader>();
  const create = may_edit && (
    <LinkButton to="/brand/offers/new" variant="primary">
      {tOffers("create")}
    </LinkButton>
  );
  return (
    <PageBody>
      <PageHeader title={t("hello", { brand: brand_name })} actions={create || undefined} />
      {offers.length === 0 ? (
        <EmptyState scene="offers" title={t("first_title")} action={create}>
          {t("first")}
        </EmptyState>
      ) : (
        <>
          <Section title={t("waiting")}>
            {waiting.length === 0 ? (
              <Callout tone="success">{t("nothing")}</Callout>
            ) : (
              <WorkList rows={waiting} side="brand" />
            )}
          </Section>
          {money.length > 0 ? (
            <Section title={t("money")} more={{ to: "/brand/money", label: t("all_money") }}>
              <MoneyCards money={money} />
            </Section>
          ) : null}
          <Section title={t("offers")} more={{ to: "/brand/offers", label: tOffer("back") }}>
            <OfferTable offers={offers} />
          </Section>
        </>
      )}
    </PageBody>
  );
}
