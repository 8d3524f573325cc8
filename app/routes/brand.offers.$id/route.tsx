/** One offer from its brand's side: paying it in, choosing creators, what runs, where its money is, closing it. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireBrand, requireConfirmedEmail, requireUser } from "@/app/auth/session";
import { isApplicantKey, listApplicants } from "@/app/domain/collaboration/queries/applicants";
import { listCollaborations } from "@/app/domain/collaboration/queries/collaborations";
import { readBrandOffer } from "@/app/domain/offer/queries/brand-offers";
import { startPayment, startTopUp } from "@/app/domain/offer/start-payment";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { refusalText } from "@/app/i18n/refusal-text";
import { getLocale } from "@/app/i18n/server";
import { orAnswer } from "@/app/lib/answer";
import { cursorOf, cursorText } from "@/app/lib/page";
import { isRefusal } from "@/app/lib/refusal";
import { cancelCheckout, openCheckout, settleCheckout } from "@/app/stripe/checkout";
import { Badge } from "@/app/ui/badge";
import { LinkButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { PageHeader } from "@/app/ui/card";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { transact } from "@/db/transact";
import { OFFER_TONES } from "../brand.offers._index/offer-table";
import { OfferSteps } from "../brand.offers.new/offer-steps";
import { STEPS } from "../brand.offers.new/steps";
import { perform } from "./actions";
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
  const own = await orAnswer(readBrandOffer(db, actor, params.id ?? ""));
  // The page a person comes back to asks Stripe itself: the webhook may be slower than they are.
  const known = own.payments.find(
    ({ checkout_session_id }) => checkout !== null && checkout_session_id === checkout,
  );
  if (known?.status === "pending") await settleCheckout(known.checkout_session_id!).catch(() => false);
  const its = { offer_id: own.offer.id, agreed: true };
  const { rows: running, next } = await listCollaborations(db, actor, its, cursorOf(searchParams));
  const applicants = await listApplicants(
    db,
    actor,
    own.offer.id,
    cursorOf(searchParams, { parameter: "applicants_after", isKey: isApplicantKey }),
  );
  return {
    ...(await readBrandOffer(db, actor, own.offer.id)),
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

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireBrand(request);
  const form = await request.formData();
  const offer_id = params.id ?? "";
  try {
    const intent = form.get("intent");
    if (intent === "pay" || intent === "top_up") {
      const user = await requireConfirmedEmail(request);
      const slots = Number(form.get("slots"));
      const payment_id = await transact((tx) =>
        intent === "pay" ? startPayment(tx, actor, offer_id) : startTopUp(tx, actor, { offer_id, slots }),
      );
      return redirect(
        await openCheckout({ payment_id, email: user.email, locale: await getLocale(request) }),
      );
    }
    if (intent === "cancel_payment") {
      await cancelCheckout(actor, offer_id);
      return redirect(`/brand/offers/${offer_id}`);
    }
    await transact((tx) => perform(tx, actor, offer_id, form));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.status === 403) return orAnswer(Promise.reject(error));
    return data({ code: error.code, params: error.params }, { status: error.status });
  }
  return redirect(`/brand/offers/${offer_id}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  publicMeta(loaded?.offer.title ?? metaT(matches, "brand")("offers.title"), "");

export default function BrandOffer() {
  const { t } = useTranslation(["brand", "errors"]);
  const { t: sayError } = useTranslation("errors");
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { offer } = page;
  return (
    <PageBody>
      <PageHeader
        back={{ to: "/brand/offers", label: t("offer.back") }}
        title={offer.title}
        badges={
          <Badge tone={OFFER_TONES[offer.status]} dot>
            {t(`offers.status.${offer.status}`)}
          </Badge>
        }
        description={offer.product_title}
        actions={
          offer.status === "unpaid" ? (
            <LinkButton to={`/brand/offers/${offer.id}/edit`}>{t("offer.edit")}</LinkButton>
          ) : offer.status === "live" || offer.status === "paused" ? (
            <>
              <LinkButton to={`/offers/${offer.id}`}>{t("offer.public")}</LinkButton>
              <StatusButtons status={offer.status} />
            </>
          ) : (
            <StatusButtons status={offer.status} />
          )
        }
      />
      {refused ? (
        <div role="alert">
          <Callout tone="warn">{refusalText(sayError, refused)}</Callout>
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
