/** What became of the payment somebody has just come back from. */
import brandOfferTexts from "@/app/i18n/en/brand/offer";
import { useTexts } from "@/app/i18n/use-texts";
import { Callout } from "@/app/ui/callout";
import type { OfferPage } from "./props";

/** Stripe's decline codes that tell a cardholder what to do; it advises to keep the others to oneself. */
const TELLING = ["insufficient_funds", "expired_card", "incorrect_cvc"] as const;

function declineOf(failure: string) {
  if (failure.includes("authentication")) return "authentication";
  return TELLING.find((code) => code === failure) ?? "other";
}

export function CheckoutNotice({ page }: { page: OfferPage }) {
  const t = useTexts(brandOfferTexts);
  const { payments, checkout } = page;
  const position = payments.findIndex(({ id }) => id === checkout?.payment_id);
  const returned = payments[position];
  const failed = payments.find(({ status, failure }) => status === "pending" && failure);
  // Latest first: a paid one further down is what made the offer live.
  const adds = payments.slice(position + 1).some(({ status }) => status === "paid");
  if (returned?.status === "paid")
    return (
      <Callout tone="success">{adds ? t("slots_added", { count: returned.slots }) : t("live_now")}</Callout>
    );
  if (failed)
    return (
      <Callout tone="danger">
        {t("checkout_failed", { reason: t(`declined.${declineOf(failed.failure ?? "")}`) })}
      </Callout>
    );
  if (returned?.status === "pending")
    return <Callout tone="info">{adds ? t("slots_processing") : t("checkout_processing")}</Callout>;
  if (checkout?.left) return <Callout tone="info">{t("checkout_left")}</Callout>;
  return null;
}
