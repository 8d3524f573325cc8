/** A new offer, kept as a draft. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireBrand } from "@/app/auth/session";
import { orAnswer } from "@/app/lib/answer";
import { PageHeader } from "@/app/ui/card";
import { PageBody } from "@/app/ui/shell/app-shell";
import { OfferForm } from "./offer-form";
import { freshOffer } from "./read-form";
import { saveOffer } from "./save-offer";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireBrand(request, "manager");
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireBrand(request, "manager");
  const answer = await orAnswer(saveOffer(request, actor, null));
  return "id" in answer ? redirect(`/brand/offers/${answer.id}`) : data(answer, { status: 422 });
}

export default function NewOffer() {
  const { t } = useTranslation("brand");
  const answer = useActionData<typeof action>();
  return (
    <PageBody>
      <PageHeader title={t("form.new_title")} description={t("form.lead")} />
      <OfferForm answer={answer} stored={freshOffer()} photo_ids={[]} />
    </PageBody>
  );
}
