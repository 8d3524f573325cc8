/** Pausing, publishing and closing: what closing does to the money is said before it is done. */

import { Form } from "@remix-run/react";
import type { OfferStatus } from "@/app/domain/offer/vocabulary";
import brandOfferTexts from "@/app/i18n/en/brand/offer";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { SubmitButton } from "@/app/ui/button";
import { ConfirmButton } from "@/app/ui/confirm-button";
import { restOf } from "./lists";
import type { OfferPage } from "./props";

const NEXT = { funded: "publish", live: "pause", paused: "resume" } as const;

export function StatusButtons({ status }: { status: OfferStatus }) {
  const t = useTexts(brandOfferTexts);
  if (status !== "funded" && status !== "live" && status !== "paused") return null;
  return (
    <Form method="post">
      <SubmitButton name="intent" value={NEXT[status]} variant={status === "live" ? "secondary" : "primary"}>
        {t(`${NEXT[status]}`)}
      </SubmitButton>
    </Form>
  );
}

export function CloseCard({ page }: { page: OfferPage }) {
  const t = useTexts(brandOfferTexts);
  const format = useFormat();
  const rest_minor = page.payments.reduce((sum, payment) => sum + restOf(payment), 0);
  const consequence =
    page.offer.status === "unpaid"
      ? t("close_draft")
      : rest_minor > 0
        ? t("close_lead", { amount: format.money(rest_minor, page.offer.currency) })
        : t("close_nothing_left");
  return (
    <Form method="post" className="border-t border-line pt-6">
      <ConfirmButton
        name="intent"
        value="close"
        variant="danger"
        question={t("close_title")}
        consequence={consequence}
      >
        {t("close")}
      </ConfirmButton>
    </Form>
  );
}
