/** A draft is changed, step by step, until it is paid in. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireBrand } from "@/app/auth/session";
import { changeUnpaidOffer } from "@/app/domain/offer/create-offer";
import { readBrandOffer } from "@/app/domain/offer/queries/brand-offers";
import { zodMessages } from "@/app/i18n/form-messages";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { refusalText } from "@/app/i18n/refusal-text";
import { getT } from "@/app/i18n/server";
import { orAnswer } from "@/app/lib/answer";
import { isRefusal } from "@/app/lib/refusal";
import { PageHeader } from "@/app/ui/card";
import { majorText } from "@/app/ui/form/money-text";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { readOffer, type Typed, typedFrom } from "../brand.offers.new/read-form";
import { receiveStep } from "../brand.offers.new/receive-step";
import { STEPS, stepAfter, stepBefore, stepOf } from "../brand.offers.new/steps";
import { Wizard } from "../brand.offers.new/wizard";

async function storedOffer(brand_id: string, offer_id: string): Promise<{ id: string; typed: Typed }> {
  const { offer, photo_ids } = await orAnswer(readBrandOffer(db, { brand_id }, offer_id));
  // What creators rely on cannot be changed any more.
  if (offer.status !== "unpaid") throw redirect(`/brand/offers/${offer.id}`);
  return { id: offer.id, typed: { ...typedFrom(offer, majorText), photo_ids } };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireBrand(request, "manager");
  const step = stepOf(new URL(request.url).searchParams.get("step"));
  return { step, ...(await storedOffer(actor.brand_id, params.id ?? "")) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireBrand(request, "manager");
  const step = stepOf(new URL(request.url).searchParams.get("step"));
  const draft = await storedOffer(actor.brand_id, params.id ?? "");
  const received = await receiveStep(request, actor, step);
  const typed = { ...draft.typed, ...received.fields };
  const refuse = (findings: Record<string, string[]>, status: number) =>
    data({ typed, findings }, { status });
  const read = readOffer(typed, zodMessages(await getT(request, "errors")));
  // A whole draft stays whole: whatever this step brings about is said here, also where it is about another step.
  if ("errors" in read) return refuse({ ...elsewhere(read.errors), ...received.findings }, 422);
  if (Object.keys(received.findings).length > 0) return refuse(received.findings, 422);
  try {
    await transact((tx) => changeUnpaidOffer(tx, actor, draft.id, read.input, typed.photo_ids as string[]));
  } catch (error) {
    if (!isRefusal(error) || error.status === 403 || error.status === 404) throw error;
    return refuse({ form: [refusalText(await getT(request, "errors"), error)] }, error.status);
  }
  const next = received.back ? stepBefore(step) : stepAfter(step);
  return redirect(next ? `/brand/offers/${draft.id}/edit?step=${next}` : `/brand/offers/${draft.id}`);

  function elsewhere(errors: Record<string, string[]>): Record<string, string[]> {
    const foreign = Object.entries(errors).filter(([name]) => !(name in received.fields));
    return foreign.length > 0 ? { ...errors, form: foreign.flatMap(([, found]) => found) } : errors;
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => {
  const t = metaT(matches, "brand");
  return publicMeta(
    page ? `${t(`form.section.${page.step}`)} · ${t("form.edit_title")}` : t("form.edit_title"),
    "",
  );
};

export default function EditOffer() {
  const { t } = useTranslation("brand");
  const { id, step, typed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PageBody>
      <PageHeader
        back={{ to: `/brand/offers/${id}`, label: String(typed.title) }}
        title={t("form.edit_title")}
        description={t("form.lead")}
      />
      <Wizard
        step={step}
        done={STEPS}
        typed={answer?.typed ?? typed}
        findings={answer?.findings ?? {}}
        hrefOf={(name) => `/brand/offers/${id}/edit?step=${name}`}
        finish={t("form.save")}
      />
    </PageBody>
  );
}
