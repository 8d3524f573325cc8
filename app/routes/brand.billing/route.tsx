/** Every statement and invoice of the brand, of all its offers or of one. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { desc, eq } from "drizzle-orm";
import { requireBrand } from "@/app/auth/session";
import { listStatementMonths } from "@/app/domain/billing/brand-statement";
import { monthOf } from "@/app/domain/billing/periods";
import { listInvoices } from "@/app/domain/billing/queries";
import { readBillingCustomer } from "@/app/domain/brand/billing";
import billingBrandPageTexts from "@/app/i18n/en/billing/brand-page";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { now } from "@/app/lib/clock";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { Field, Select } from "@/app/ui/form";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { offers } from "@/db/schema/offer";
import { Invoices } from "./invoices";
import { Statements } from "./statements";

export async function loader({ request }: LoaderFunctionArgs) {
  const { brand_id } = await requireBrand(request);
  const asked = new URL(request.url).searchParams;
  const { time_zone } = await readBillingCustomer(db, brand_id);
  const own = await db
    .select({ id: offers.id, title: offers.title })
    .from(offers)
    .where(eq(offers.brand_id, brand_id))
    .orderBy(desc(offers.created_at))
    .limit(500);
  const offer_id = own.find(({ id }) => id === asked.get("offer"))?.id;
  const problem = asked.has("problem") || (asked.get("offer") && !offer_id);
  return {
    problem: Boolean(problem),
    offers: own,
    offer_id: offer_id ?? null,
    months: await listStatementMonths(db, { brand_id, time_zone, offer_id }),
    present: monthOf(now(), time_zone),
    invoices: await listInvoices(db, brand_id, offer_id),
  };
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, billingBrandPageTexts)("title"), "");

export default function BrandBilling() {
  const t = useTexts(billingBrandPageTexts);
  const { problem, offers, offer_id, months, present, invoices } = useLoaderData<typeof loader>();
  const all = { value: "", label: t("whole_brand") };
  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        back={{ to: "/brand/money", label: t("back") }}
      />
      {problem ? <Callout tone="warn">{t("problem")}</Callout> : null}
      {offers.length > 1 ? (
        <Card>
          <Form method="get" className="grid items-end gap-4 sm:grid-cols-[1fr_auto]">
            <Field
              meta={{ name: "offer", initialValue: offer_id ?? "" }}
              label={t("choose_offer")}
              key={offer_id}
            >
              <Select options={[all, ...offers.map(({ id, title }) => ({ value: id, label: title }))]} />
            </Field>
            <SubmitButton variant="secondary">{t("show")}</SubmitButton>
          </Form>
        </Card>
      ) : null}
      {months.length === 0 ? (
        <EmptyState scene="money" title={t("none")}>
          {t("none_lead")}
        </EmptyState>
      ) : (
        <>
          <Statements months={months} present={present} offer_id={offer_id} />
          <Invoices invoices={invoices} />
        </>
      )}
    </PageBody>
  );
}
