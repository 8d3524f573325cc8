/** Paying in: every part of the amount spelled out before anything is charged. */

import { Form } from "@remix-run/react";
import { offerTotal } from "@/app/domain/offer/fee";
import brandOfferTexts from "@/app/i18n/en/brand/offer";
import { useFormat } from "@/app/i18n/use-format";
import { useTexts } from "@/app/i18n/use-texts";
import { LinkButton, SubmitButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { DataList } from "@/app/ui/data-list";
import { Money } from "@/app/ui/money";
import type { OfferPage } from "./props";
import { OpenPayment } from "./top-up";

export function PayCard({ page }: { page: OfferPage }) {
  const t = useTexts(brandOfferTexts);
  const format = useFormat();
  const { offer } = page;
  const { slots, currency } = offer;
  const total_minor = offerTotal(offer);
  const open = page.payments.find(({ status }) => status === "pending");
  const money = (minor: number) => <Money minor={minor} currency={currency} />;
  return (
    <Card as="section">
      <h2 className="text-lg font-semibold">{t("pay_title")}</h2>
      <p className="mt-1 text-sm text-ink-soft">{t("pay_lead")}</p>
      <div className="my-4">
        <DataList
          rows={[
            { label: t("line_fee", { slots }), value: money(slots * offer.fee_minor) },
            { label: t("line_platform", { slots }), value: money(slots * offer.platform_fee_minor) },
            {
              label: t("line_cap", { slots }),
              value: offer.reimbursement_cap_minor ? money(slots * offer.reimbursement_cap_minor) : null,
            },
            {
              label: <strong>{t("total")}</strong>,
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
            {t("pay", { amount: format.money(total_minor, currency) })}
          </SubmitButton>
        </Form>
      ) : (
        <LinkButton to="/confirm-email" variant="primary">
          {t("confirm_email")}
        </LinkButton>
      )}
    </Card>
  );
}
