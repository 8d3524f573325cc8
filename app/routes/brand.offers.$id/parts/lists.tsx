/** What runs on an offer, and what was paid for it. */

import billingBrandPageTexts from "@/app/i18n/en/billing/brand-page";
import brandCollaborationsTexts from "@/app/i18n/en/brand/collaborations";
import brandMoneyTexts from "@/app/i18n/en/brand/money";
import brandOfferTexts from "@/app/i18n/en/brand/offer";
import { useTexts } from "@/app/i18n/use-texts";
import { Badge, StatusBadge } from "@/app/ui/badge";
import { Card, Section } from "@/app/ui/card";
import { DateTime, Deadline } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Pagination } from "@/app/ui/pagination";
import { Table } from "@/app/ui/table";
import type { OfferPage } from "./props";

export function Running({ page }: { page: OfferPage }) {
  const t = useTexts(brandOfferTexts);
  const tCollaborations = useTexts(brandCollaborationsTexts);
  return (
    <Section title={t("running")}>
      {page.running.length === 0 ? (
        <Card>{t("no_running")}</Card>
      ) : (
        <Table
          caption={t("running")}
          rows={page.running}
          rowKey={(row) => row.id}
          href={(row) => `/collaborations/${row.id}`}
          columns={[
            {
              id: "creator",
              head: tCollaborations("head.creator"),
              cell: (row) => row.creator_name,
              title: true,
            },
            {
              id: "state",
              head: tCollaborations("head.state"),
              cell: (row) => <StatusBadge state={row.state} due_kind={row.due_kind} />,
            },
            {
              id: "due",
              head: tCollaborations("head.due"),
              cell: (row) => (row.due_at ? <Deadline at={row.due_at} /> : "–"),
            },
          ]}
        />
      )}
      <Pagination next={page.next} />
    </Section>
  );
}

type Payment = Pick<
  OfferPage["payments"][number],
  "status" | "amount_minor" | "claimed_minor" | "refunded_minor" | "charged_back_minor"
>;

/** What of a payment no slot has claimed, in minor units: what comes back when the offer is closed. */
export function restOf(payment: Payment): number {
  if (payment.status !== "paid") return 0;
  const { amount_minor, claimed_minor, refunded_minor, charged_back_minor } = payment;
  return amount_minor - claimed_minor - refunded_minor - charged_back_minor;
}

export function Payments({ page }: { page: OfferPage }) {
  const t = useTexts(brandOfferTexts);
  const tMoney = useTexts(brandMoneyTexts);
  const tBrandPage = useTexts(billingBrandPageTexts);
  if (page.payments.length === 0) return null;
  return (
    <Section
      title={t("payments")}
      more={{ to: `/brand/billing?offer=${page.offer.id}`, label: tBrandPage("open") }}
    >
      <Table
        caption={t("payments")}
        rows={page.payments}
        rowKey={(row) => row.id}
        columns={[
          {
            id: "amount",
            head: tMoney("head.amount"),
            cell: (row) => <Money minor={row.amount_minor} currency={row.currency} />,
            title: true,
          },
          {
            id: "status",
            head: tMoney("head.status"),
            cell: (row) => (
              <Badge tone={row.status === "paid" ? "released" : "neutral"}>
                {t(`payment_status.${row.status}`)}
              </Badge>
            ),
          },
          {
            id: "paid",
            head: tMoney("head.paid"),
            cell: (row) => (row.paid_at ? <DateTime at={row.paid_at} /> : "–"),
          },
          {
            id: "claimed",
            head: t("claimed"),
            cell: (row) => <Money minor={row.claimed_minor} currency={row.currency} />,
            align: "end",
          },
          {
            id: "unclaimed",
            head: t("unclaimed"),
            cell: (row) =>
              row.status === "paid" ? <Money minor={restOf(row)} currency={row.currency} /> : "–",
            align: "end",
          },
          {
            id: "refunded",
            head: t("refunded"),
            cell: (row) => <Money minor={row.refunded_minor} currency={row.currency} />,
            align: "end",
          },
        ]}
      />
    </Section>
  );
}
