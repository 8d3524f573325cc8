/** An offer that is still being written: any of its steps. After the last one it is a draft that can be paid in. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireBrand } from "@/app/auth/session";
import type { BrandActor } from "@/app/domain/actor";
import { discardDraft, finishDraft, offerIdOf, updateDraft } from "@/app/domain/offer/draft";
import { readBrandOffer } from "@/app/domain/offer/queries/brand-offers";
import { type Draft, readDraft } from "@/app/domain/offer/queries/drafts";
import brandFormTexts from "@/app/i18n/en/brand/form";
import brandOfferTexts from "@/app/i18n/en/brand/offer";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { getLocale } from "@/app/i18n/server";
import { useTexts } from "@/app/i18n/use-texts";
import { idInPath, orAnswer } from "@/app/lib/answer";
import { formAction } from "@/app/lib/forms/form-action";
import type { BrandId, DraftId } from "@/app/lib/ids";
import { isRefusal } from "@/app/lib/refusal";
import { Callout } from "@/app/ui/callout";
import { PageHeader } from "@/app/ui/card";
import { ConfirmButton } from "@/app/ui/confirm-button";
import { useAnswer } from "@/app/ui/form";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { allFindings } from "../brand.offers.new/findings";
import { freshOffer, type Typed } from "../brand.offers.new/fresh-offer";
import { photoIdsOf, readOffer } from "../brand.offers.new/read-form";
import { receiveStep, stepForm } from "../brand.offers.new/receive-step";
import { findingsOf, STEPS, stepAfter, stepBefore, stepOf, stepsDone } from "../brand.offers.new/steps";
import { Wizard } from "../brand.offers.new/wizard";

/** Whoever comes back to one that has become an offer goes on with that, at the same step and with what they send. */
async function draftOf(brand_id: BrandId, id: DraftId, search: string): Promise<Draft> {
  try {
    return await readDraft(db, { brand_id }, id);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { offer } = await orAnswer(readBrandOffer(db, { brand_id }, offerIdOf(id)));
    throw redirect(`/brand/offers/${offer.id}/edit${search}`, 307);
  }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireBrand(request, "manager");
  const { search, searchParams: asked } = new URL(request.url);
  const draft = await draftOf(actor.brand_id, idInPath("draft", params.id, "offer"), search);
  const typed = { ...freshOffer(), ...draft.fields };
  const findings = await allFindings(request, typed);
  const step = stepOf(asked.get("step"));
  return {
    id: draft.id,
    step,
    typed,
    done: stepsDone(draft.fields, findings),
    // Only whom the last step has sent back is shown what is missing here.
    findings: asked.has("missing") ? findingsOf(step, findings) : undefined,
  };
}

export const action = formAction({
  authorize: (request) => requireBrand(request, "manager"),
  schema: stepForm,
  run: async ({ request, actor, params, input }) => {
    const id = idInPath("draft", params.id, "offer");
    const { search, searchParams: asked } = new URL(request.url);
    if (asked.get("act") === "discard") {
      await transact((tx) => discardDraft(tx, actor, id));
      return redirect("/brand/offers");
    }
    const step = stepOf(asked.get("step"));
    await draftOf(actor.brand_id, id, search);
    const received = await receiveStep(request, actor, step, input);
    // Kept before it is checked: what is half right is not lost either.
    const saved = await transact((tx) => updateDraft(tx, actor, id, received.fields));
    const before = stepBefore(step);
    if (received.back && before && !received.errors.photos)
      return redirect(`/brand/offers/new/${id}?step=${before}`);
    const typed = { ...freshOffer(), ...saved };
    const all = await allFindings(request, typed);
    const errors = { ...findingsOf(step, all), ...received.errors };
    if (Object.keys(errors).length > 0) return { errors, values: typed };
    const next = stepAfter(step);
    if (next) return redirect(`/brand/offers/new/${id}?step=${next}`);
    const open = STEPS.find((name) => !stepsDone(saved, all).includes(name));
    if (open) return redirect(`/brand/offers/new/${id}?step=${open}&missing=1`);
    return redirect(`/brand/offers/${await finish(request, actor, id, typed)}`);
  },
});

async function finish(request: Request, actor: BrandActor, id: DraftId, typed: Typed): Promise<string> {
  const read = readOffer(typed, await getLocale(request));
  if ("errors" in read) throw new Error(`Sketch ${id} is done and still has findings`);
  const offer = await transact((tx) => finishDraft(tx, actor, id, read.input, photoIdsOf(typed)));
  return offer.id;
}

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => {
  const t = metaT(matches, brandFormTexts);
  return publicMeta(page ? `${t(`section.${page.step}`)} · ${t("new_title")}` : t("new_title"), "");
};

export default function UnfinishedOffer() {
  const t = useTexts(brandFormTexts);
  const tOffer = useTexts(brandOfferTexts);
  const page = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const missing = page.findings !== undefined && !answer;
  return (
    <PageBody>
      <PageHeader
        back={{ to: "/brand/offers", label: tOffer("back") }}
        title={String(page.typed.title ?? "") || t("new_title")}
        description={t("lead")}
      />
      {missing ? <Callout tone="info">{t("incomplete")}</Callout> : null}
      <Wizard
        step={page.step}
        done={page.done}
        typed={page.typed}
        findings={page.findings}
        hrefOf={(step) => `/brand/offers/new/${page.id}?step=${step}`}
        finish={t("finish")}
      />
      <Form
        method="post"
        action={`/brand/offers/new/${page.id}?act=discard`}
        className="border-t border-line pt-6"
      >
        <ConfirmButton
          variant="danger"
          question={t("discard_title")}
          consequence={t("discard_lead")}
          name="intent"
          value="discard"
        >
          {t("discard")}
        </ConfirmButton>
      </Form>
    </PageBody>
  );
}
