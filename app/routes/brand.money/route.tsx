/** Everything a brand has paid in, and where it is. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireBrand } from "@/app/auth/session";
import { readBrandMoney } from "@/app/domain/ledger/queries/brand-money";
import { listBrandPayments } from "@/app/domain/ledger/queries/brand-payments";
import billingBrandPageTexts from "@/app/i18n/en/billing/brand-page";
import brandMoneyTexts from "@/app/i18n/en/brand/money";
import brandOfferTexts from "@/app/i18n/en/brand/offer";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { cursorOf, cursorText } from "@/app/lib/page";
import { Badge } from "@/app/ui/badge";
import { LinkButton } from "@/app/ui/button";
import { PageHeader, Section } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { DateTime } from "@/app/ui/moments";
import { Money } from "@/app/ui/money";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { Table } from "@/app/ui/table";
import { db } from "@/db/client";
import { MoneyCards } from "./money-cards";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireBrand(request);
  const { searchParams } = new URL(request.url);
  const { rows, next } = await listBrandPayments(db, actor, cursorOf(searchParams));
  return { money: await readBrandMoney(db, actor), payments: rows, next: cursorText(next) };
}

export const meta: MetaFunction = ({ matches }) => publicMeta(metaT(matches, brandMoneyTexts)("title"), "");

export default function BrandMoney() {
  const t = useTexts(brandMoneyTexts);
  const tBrandPage = useTexts(billingBrandPageTexts);
  const tOffer = useTexts(brandOfferTexts);
  const { money, payments, next } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <LinkButton to="/brand/billing" variant="secondary">
            {tBrandPage("open")}
          </LinkButton>
        }
      />
      {payments.length === 0 && money.length === 0 ? (
        <EmptyState scene="money" title={t("empty_title")}>
          {t("empty")}
        </EmptyState>
      ) : (
        <>
          <MoneyCards money={money} />
          <Section title={t("payments")}>
            <Table
              caption={t("payments")}
              rows={payments}
              rowKey={(row) => row.id}
              href={(row) => `/brand/offers/${row.offer_id}`}
              columns={[
                { id: "offer", head: t("head.offer"), cell: (row) => row.offer_title, title: true },
                {
                  id: "status",
                  head: t("head.status"),
                  cell: (row) => (
                    <Badge tone={row.status === "paid" ? "released" : "neutral"}>
                      {tOffer(`payment_status.${row.status}`)}
                    </Badge>
                  ),
                },
                {
                  id: "paid",
                  head: t("head.paid"),
                  cell: (row) => (row.paid_at ? <DateTime at={row.paid_at} /> : "–"),
                },
                {
                  id: "amount",
                  head: t("head.amount"),
                  cell: (row) => <Money minor={row.amount_minor} currency={row.currency} />,
                  align: "end",
                },
                {
                  id: "claimed",
                  head: t("head.claimed"),
                  cell: (row) => <Money minor={row.claimed_minor} currency={row.currency} />,
                  align: "end",
                },
                {
                  id: "refunded",
                  head: t("head.refunded"),
                  cell: (row) => <Money minor={row.refunded_minor} currency={row.currency} />,
                  align: "end",
                },
              ]}
            />
            <Pagination next={next} />
          </Section>
        </>
      )}
    </PageBody>
  );
}
