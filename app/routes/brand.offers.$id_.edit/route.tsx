/** A draft is changed, step by step, until it is paid in. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireBrand } from "@/app/auth/session";
import { changeUnpaidOffer } from "@/app/domain/offer/create-offer";
import { readBrandOffer } from "@/app/domain/offer/queries/brand-offers";
import brandFormTexts from "@/app/i18n/en/brand/form";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { getLocale } from "@/app/i18n/server";
import { useTexts } from "@/app/i18n/use-texts";
import { idInPath, orAnswer } from "@/app/lib/answer";
import type { FieldErrors } from "@/app/lib/forms/answer";
import { formAction } from "@/app/lib/forms/form-action";
import type { BrandId, OfferId } from "@/app/lib/ids";
import { PageHeader } from "@/app/ui/card";
import { majorText } from "@/app/ui/form/money-text";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import type { Typed } from "../brand.offers.new/fresh-offer";
import { photoIdsOf, readOffer, typedFrom } from "../brand.offers.new/read-form";
import { receiveStep, stepForm } from "../brand.offers.new/receive-step";
import { STEPS, stepAfter, stepBefore, stepOf } from "../brand.offers.new/steps";
import { Wizard } from "../brand.offers.new/wizard";

async function storedOffer(brand_id: BrandId, offer_id: OfferId): Promise<{ id: OfferId; typed: Typed }> {
  const { offer, photo_ids } = await orAnswer(readBrandOffer(db, { brand_id }, offer_id));
  // What creators rely on cannot be changed any more.
  if (offer.status !== "unpaid") throw redirect(`/brand/offers/${offer.id}`);
  return { id: offer.id, typed: { ...typedFrom(offer, majorText), photo_ids } };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireBrand(request, "manager");
  const step = stepOf(new URL(request.url).searchParams.get("step"));
  return { step, ...(await storedOffer(actor.brand_id, idInPath("offer", params.id))) };
}

export const action = formAction({
  authorize: (request) => requireBrand(request, "manager"),
  schema: stepForm,
  run: async ({ request, actor, params, input }) => {
    const step = stepOf(new URL(request.url).searchParams.get("step"));
    const draft = await storedOffer(actor.brand_id, idInPath("offer", params.id));
    const received = await receiveStep(request, actor, step, input);
    const typed = { ...draft.typed, ...received.fields };
    const read = readOffer(typed, await getLocale(request));
    // A whole draft stays whole: whatever this step brings about is said here, also where it is about another step.
    if ("errors" in read)
      return { values: typed, errors: { ...withOthers(read.errors, received.fields), ...received.errors } };
    if (Object.keys(received.errors).length > 0) return { values: typed, errors: received.errors };
    await transact((tx) => changeUnpaidOffer(tx, actor, draft.id, read.input, photoIdsOf(typed)));
    const next = received.back ? stepBefore(step) : stepAfter(step);
    return redirect(next ? `/brand/offers/${draft.id}/edit?step=${next}` : `/brand/offers/${draft.id}`);
  },
});

/** What is wrong in other steps is said above this one. */
function withOthers(errors: FieldErrors, here: Typed): FieldErrors {
  const others = Object.entries(errors).filter(([name]) => !(name in here));
  return others.length > 0 ? { ...errors, "": others.flatMap(([, found]) => found) } : errors;
}

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => {
  const t = metaT(matches, brandFormTexts);
  return publicMeta(page ? `${t(`section.${page.step}`)} · ${t("edit_title")}` : t("edit_title"), "");
};

export default function EditOffer() {
  const t = useTexts(brandFormTexts);
  const { id, step, typed } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <PageHeader
        back={{ to: `/brand/offers/${id}`, label: String(typed.title) }}
        title={t("edit_title")}
        description={t("lead")}
      />
      <Wizard
        step={step}
        done={STEPS}
        typed={typed}
        hrefOf={(name) => `/brand/offers/${id}/edit?step=${name}`}
        finish={t("save")}
      />
    </PageBody>
  );
}
