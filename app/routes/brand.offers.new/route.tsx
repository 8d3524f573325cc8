/** A new offer: its first step. What it asks for is kept from the first press of its button. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { requireBrand } from "@/app/auth/session";
import { startDraft } from "@/app/domain/offer/draft";
import brandFormTexts from "@/app/i18n/en/brand/form";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { formAction } from "@/app/lib/forms/form-action";
import { PageHeader } from "@/app/ui/card";
import { PageBody } from "@/app/ui/shell/app-shell";
import { transact } from "@/db/transact";
import { findingsIn } from "./findings";
import { freshOffer } from "./fresh-offer";
import { receiveStep, stepForm } from "./receive-step";
import { STEPS, stepAfter } from "./steps";
import { Wizard } from "./wizard";

const [FIRST] = STEPS;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireBrand(request, "manager");
  return null;
}

export const action = formAction({
  authorize: (request) => requireBrand(request, "manager"),
  schema: stepForm,
  run: async ({ request, actor, input }) => {
    const received = await receiveStep(request, actor, FIRST, input);
    const typed = { ...freshOffer(), ...received.fields };
    const errors = { ...(await findingsIn(request, FIRST, typed)), ...received.errors };
    if (Object.keys(errors).length > 0) return { errors, values: typed };
    const id = await transact((tx) => startDraft(tx, actor, received.fields));
    return redirect(`/brand/offers/new/${id}?step=${stepAfter(FIRST)}`);
  },
});

export const meta: MetaFunction = ({ matches }) => {
  const t = metaT(matches, brandFormTexts);
  return publicMeta(`${t(`section.${FIRST}`)} · ${t("new_title")}`, "");
};

export default function NewOffer() {
  const t = useTexts(brandFormTexts);
  return (
    <PageBody>
      <PageHeader title={t("new_title")} description={t("lead")} />
      <Wizard step={FIRST} done={[]} typed={freshOffer()} finish={t("finish")} />
    </PageBody>
  );
}
