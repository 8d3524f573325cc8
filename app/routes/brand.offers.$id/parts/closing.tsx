/** Pausing, publishing and closing: what closing does to the money is said before it is done. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/app/i18n/use-format";
import { SubmitButton } from "@/app/ui/button";
import { ConfirmButton } from "@/app/ui/confirm-button";
import type { OfferStatus } from "@/db/schema/offer";
import { restOf } from "./lists";
import type { OfferPage } from "./props";

const NEXT = { funded: "publish", live: "pause", paused: "resume" } as const;

export function StatusButtons({ status }: { status: OfferStatus }) {
  const { t } = useTranslation("brand");
  if (status !== "funded" && status !== "live" && status !== "paused") return null;
  return (
    <Form method="post">
      <SubmitButton name="intent" value={NEXT[status]} variant={status === "live" ? "secondary" : "primary"}>
        {t(`offer.${NEXT[status]}`)}
      </SubmitButton>
    </Form>
  );
}

export function CloseCard({ page }: { page: OfferPage }) {
  const { t } = useTranslation("brand");
  const format = useFormat();
  const rest_minor = page.payments.reduce((sum, payment) => sum + restOf(payment), 0);
  const consequence =
    page.offer.status === "unpaid"
      ? t("offer.close_draft")
      : rest_minor > 0
        ? t("offer.close_lead", { amount: format.money(rest_minor, page.offer.currency) })
        : t("offer.close_nothing_left");
  return (
    <Form method="post" className="border-t border-line pt-6">
      <ConfirmButton
        name="intent"
        value="close"
        variant="danger"
        question={t("offer.close_title")}
        consequence={consequence}
      >
        {t("offer.close")}
      </ConfirmButton>
    </Form>
  );
}
