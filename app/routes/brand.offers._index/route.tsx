/** All offers of a brand. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireBrand } from "@/app/auth/session";
import { brandMay } from "@/app/domain/brand/roles";
import { listBrandOffers } from "@/app/domain/offer/queries/brand-offers";
import type { Draft } from "@/app/domain/offer/queries/drafts";
import { listDrafts } from "@/app/domain/offer/queries/drafts";
import brandOffersTexts from "@/app/i18n/en/brand/offers";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { cursorOf, cursorText } from "@/app/lib/page";
import { LinkButton } from "@/app/ui/button";
import { PageHeader } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { allFindings } from "../brand.offers.new/findings";
import { freshOffer } from "../brand.offers.new/fresh-offer";
import { STEPS, stepsDone } from "../brand.offers.new/steps";
import { OfferTable } from "./offer-table";
import { type Unfinished, UnfinishedOffers } from "./unfinished";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireBrand(request);
  const may_edit = brandMay(actor.role, "edit");
  const drafts = may_edit ? await listDrafts(db, actor) : [];
  const { searchParams } = new URL(request.url);
  const { rows, next } = await listBrandOffers(db, actor, cursorOf(searchParams));
  return {
    offers: rows,
    next: cursorText(next),
    unfinished: await Promise.all(drafts.map((draft) => describe(request, draft))),
    may_edit,
  };
}

async function describe(request: Request, { id, fields }: Draft): Promise<Unfinished> {
  const done = stepsDone(fields, await allFindings(request, { ...freshOffer(), ...fields }));
  return { id, title: String(fields.title ?? ""), missing: STEPS.filter((step) => !done.includes(step)) };
}

export const meta: MetaFunction = ({ matches }) => publicMeta(metaT(matches, brandOffersTexts)("title"), "");

export default function BrandOffers() {
  const t = useTexts(brandOffersTexts);
  const { offers, next, unfinished, may_edit } = useLoaderData<typeof loader>();
  const create = may_edit && (
    <LinkButton to="/brand/offers/new" variant="primary">
      {t("create")}
    </LinkButton>
  );
  return (
    <PageBody>
      <PageHeader title={t("title")} actions={create || undefined} />
      <UnfinishedOffers drafts={unfinished} />
      {offers.length > 0 ? <OfferTable offers={offers} /> : null}
      <Pagination next={next} />
      {offers.length === 0 && unfinished.length === 0 ? (
        <EmptyState scene="offers" title={t("empty_title")} action={create}>
          {t("empty")}
        </EmptyState>
      ) : null}
    </PageBody>
  );
}
