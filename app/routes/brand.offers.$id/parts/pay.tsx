/** Paying in: every part of the amount spelled out before anything is charged. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { offerTotal } from "@/app/domain/offer/fee";
import { useFormat } from "@/app/i18n/use-format";
import { LinkButton, SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { DataList } from "@/app/ui/data-list";
import { Money } from "@/app/ui/money";
import type { OfferPage } from "./props";
import { OpenPayment } from "./top-up";

export function PayCard({ page }: { page: OfferPage }) {
  const { t } = useTranslation("brand");
  const format = useFormat();
  const { offer } = page;
  const { slots, currency } = offer;
  const total_minor = offerTotal(offer);
  const open = page.payments.find(({ status }) => status === "pending");
  const money = (minor: number) => <Money minor={minor} currency={currency} />;
  return (
    <Card as="section">
      <h2 className="text-lg font-semibold">{t("offer.pay_title")}</h2>
      <p className="mt-1 text-sm text-ink-soft">{t("offer.pay_lead")}</p>
      <div className="my-4">
        <DataList
          rows={[
            { label: t("offer.line_fee", { slots }), value: money(slots * offer.fee_minor) },
            { label: t("offer.line_platform", { slots }), value: money(slots * offer.platform_fee_minor) },
            {
              label: t("offer.line_cap", { slots }),
              value: offer.reimbursement_cap_minor ? money(slots * offer.reimbursement_cap_minor) : null,
            },
            {
              label: <strong>{t("offer.total")}</strong>,
              value: <strong>{money(total_minor)}</strong>,
              key: "total",
            },
          ]}
        />
      </div>
      {open ? (
        <div className="mb-4">
          <OpenPayment slots={open.slots} />
        </div>
      ) : null}
      {page.email_verified ? (
        <Form method="post">
          <SubmitButton name="intent" value="pay" size="lg">
            {t("offer.pay", { amount: format.money(total_minor, currency) })}
          </SubmitButton>
        </Form>
      ) : (
        <LinkButton to="/confirm-email" variant="primary">
          {t("offer.confirm_email")}
        </LinkButton>
      )}
    </Card>
  );
}
