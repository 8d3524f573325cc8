/** What became of the payment somebody has just come back from. */
import { useTranslation } from "react-i18next";
import { Callout } from "@/app/ui/callout";
import type { OfferPage } from "./props";

/** Stripe's decline codes that tell a cardholder what to do; it advises to keep the others to oneself. */
const TELLING = ["insufficient_funds", "expired_card", "incorrect_cvc"] as const;

function declineOf(failure: string) {
  if (failure.includes("authentication")) return "authentication";
  return TELLING.find((code) => code === failure) ?? "other";
}

export function CheckoutNotice({ page }: { page: OfferPage }) {
  const { t } = useTranslation("brand");
  const [latest] = page.payments;
  if (page.checkout === "returned" && latest?.status === "paid")
    return <Callout tone="success">{t("offer.live_now")}</Callout>;
  if (latest?.status === "pending" && latest.failure)
    return (
      <Callout tone="danger">
        {t("offer.checkout_failed", { reason: t(`offer.declined.${declineOf(latest.failure)}`) })}
      </Callout>
    );
  if (page.checkout === "left") return <Callout tone="info">{t("offer.checkout_left")}</Callout>;
  if (page.checkout === "returned") return <Callout tone="info">{t("offer.checkout_processing")}</Callout>;
  return null;
}
