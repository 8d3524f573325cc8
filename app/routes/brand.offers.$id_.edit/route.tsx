/** A draft is changed until it is paid in. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireBrand } from "@/app/auth/session";
import { readBrandOffer } from "@/app/domain/discovery/queries";
import { orAnswer } from "@/app/lib/answer";
import { PageHeader } from "@/app/ui/card";
import { majorText } from "@/app/ui/form/money-text";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { OfferForm } from "../brand.offers.new/offer-form";
import { typedFrom } from "../brand.offers.new/read-form";
import { saveOffer } from "../brand.offers.new/save-offer";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireBrand(request, "manager");
  const { offer, photo_ids } = await orAnswer(readBrandOffer(db, actor.brand_id, params.id ?? ""));
  // What creators rely on cannot be changed any more.
  if (offer.status !== "draft") throw redirect(`/brand/offers/${offer.id}`);
  return { typed: typedFrom(offer, majorText), photo_ids };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireBrand(request, "manager");
  const answer = await orAnswer(saveOffer(request, actor, params.id ?? ""));
  return "id" in answer ? redirect(`/brand/offers/${answer.id}`) : data(answer, { status: 422 });
}

export default function EditOffer() {
  const { t } = useTranslation("brand");
  const { typed, photo_ids } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PageBody>
      <PageHeader title={t("form.edit_title")} description={t("form.lead")} />
      <OfferForm answer={answer} stored={typed} photo_ids={photo_ids} />
    </PageBody>
  );
}
