/** One offer from its brand's side: paying it in, choosing creators, what runs, where its money is, closing it. */

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireBrand, requireConfirmedEmail, requireUser } from "@/app/auth/session";
import { isApplicantKey, listApplicants } from "@/app/domain/collaboration/queries/applicants";
import { listCollaborations } from "@/app/domain/collaboration/queries/collaborations";
import { findCheckoutPayment, readBrandOffer } from "@/app/domain/offer/queries/brand-offers";
import { startPayment, startTopUp } from "@/app/domain/offer/start-payment";
import { proofOn } from "@/app/domain/verification/provability";
import brandOfferTexts from "@/app/i18n/en/brand/offer";
import brandOffersTexts from "@/app/i18n/en/brand/offers";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { getLocale } from "@/app/i18n/server";
import { useTexts } from "@/app/i18n/use-texts";
import { idInPath, orAnswer } from "@/app/lib/answer";
import { env } from "@/app/lib/env";
import { formAction } from "@/app/lib/forms/form-action";
import { cursorOf, cursorText } from "@/app/lib/page";
import { cancelCheckout, openCheckout, settleCheckout } from "@/app/stripe/checkout";
import { Badge } from "@/app/ui/badge";
import { LinkButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { PageHeader } from "@/app/ui/card";
import { useAnswer } from "@/app/ui/form";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { OFFER_TONES } from "../brand.offers._index/offer-table";
import { OfferSteps } from "../brand.offers.new/offer-steps";
import { STEPS } from "../brand.offers.new/steps";
import { OFFER_FORMS, perform } from "./actions";
import { Applicants, Invite } from "./parts/applicants";
import { CheckoutNotice } from "./parts/checkout-notice";
import { CloseCard, StatusButtons } from "./parts/closing";
import { Payments, Running } from "./parts/lists";
import { PayCard } from "./parts/pay";
import { Preview } from "./parts/preview";
import { TopUpCard } from "./parts/top-up";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireBrand(request);
  const { searchParams } = new URL(request.url);
  const checkout = searchParams.get("checkout");
  const offer_id = idInPath("offer", params.id);
  const known =
    checkout && (await findCheckoutPayment(db, actor, { offer_id, checkout_session_id: checkout }));
  // The page a person comes back to asks Stripe itself: the webhook may be slower than they are.
  if (known && known.status === "pending") await settleCheckout(checkout).catch(() => false);
  const own = await orAnswer(readBrandOffer(db, actor, offer_id));
  const its = { offer_id: own.offer.id, agreed: true };
  const { rows: running, next } = await listCollaborations(db, actor, its, cursorOf(searchParams));
  const applicants = await listApplicants(
    db,
    actor,
    own.offer.id,
    cursorOf(searchParams, { parameter: "applicants_after", isKey: isApplicantKey }),
  );
  return {
    ...own,
    proofs: own.offer.channels.map((platform) => proofOn(platform)),
    hold_days: env.RISK_HOLD_DAYS,
    applicants: applicants.rows,
    applicants_next: cursorText(applicants.next),
    running,
    next: cursorText(next),
    /** Set for somebody who comes back from the pay page: from which payment, or that they turned back. */
    checkout: known ? { payment_id: known.id } : checkout === "left" ? { left: true } : null,
    email_verified: (await requireUser(request)).email_verified,
  };
}
export type OfferLoader = typeof loader;

export const action = formAction({
  authorize: (request) => requireBrand(request),
  schema: OFFER_FORMS,
  run: async ({ request, actor, params, input }) => {
    const offer_id = idInPath("offer", params.id);
    if (input.intent === "pay" || input.intent === "top_up") {
      const user = await requireConfirmedEmail(request);
      const payment_id = await transact((tx) =>
        input.intent === "pay"
          ? startPayment(tx, actor, offer_id)
          : startTopUp(tx, actor, { offer_id, slots: input.slots }),
      );
      return redirect(
        await openCheckout({ payment_id, email: user.email, locale: await getLocale(request) }),
      );
    }
    if (input.intent === "cancel_payment") await cancelCheckout(actor, offer_id);
    else await transact((tx) => perform(tx, actor, offer_id, input));
    return redirect(`/brand/offers/${offer_id}`);
  },
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  publicMeta(loaded?.offer.title ?? metaT(matches, brandOffersTexts)("title"), "");

export default function BrandOffer() {
  const t = useTexts(brandOfferTexts);
  const tOffers = useTexts(brandOffersTexts);
  const page = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const { offer } = page;
  return (
    <PageBody>
      <PageHeader
        back={{ to: "/brand/offers", label: t("back") }}
        title={offer.title}
        badges={
          <Badge tone={OFFER_TONES[offer.status]} dot>
            {tOffers(`status.${offer.status}`)}
          </Badge>
        }
        description={offer.product_title}
        actions={
          offer.status === "unpaid" ? (
            <LinkButton to={`/brand/offers/${offer.id}/edit`}>{t("edit")}</LinkButton>
          ) : offer.status === "live" || offer.status === "paused" ? (
            <>
              <LinkButton to={`/offers/${offer.id}`}>{t("public")}</LinkButton>
              <StatusButtons status={offer.status} />
            </>
          ) : (
            <StatusButtons status={offer.status} />
          )
        }
      />
      {answer ? (
        <div role="alert">
          <Callout tone="warn">{Object.values(answer.errors).flat().join(" ")}</Callout>
        </div>
      ) : null}
      <CheckoutNotice page={page} />
      {offer.status === "unpaid" ? (
        <OfferSteps
          current="check"
          done={STEPS}
          hrefOf={(step) => `/brand/offers/${offer.id}/edit?step=${step}`}
        />
      ) : null}
      {offer.status === "unpaid" ? (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="lg:order-2">
            <PayCard page={page} />
          </div>
          <Preview page={page} />
        </div>
      ) : null}
      {offer.status === "unpaid" ? null : (
        <>
          {offer.status === "closed" && page.applicants.length === 0 ? null : <Applicants page={page} />}
          {offer.status === "live" ? <Invite /> : null}
          <Running page={page} />
          {offer.status === "closed" ? null : <TopUpCard page={page} />}
        </>
      )}
      <Payments page={page} />
      {offer.status === "closed" ? null : <CloseCard page={page} />}
    </PageBody>
  );
}
