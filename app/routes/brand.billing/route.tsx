/** Every statement and invoice of the brand, of all its offers or of one. */

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireBrand } from "@/app/auth/session";
import { monthOf } from "@/app/domain/billing/periods";
import { listStatementMonths } from "@/app/domain/billing/queries/brand-statement";
import { isMonth, listInvoices } from "@/app/domain/billing/queries/invoices";
import { readBillingCustomer } from "@/app/domain/brand/queries/billing-customer";
import { findOfferTitle, listOfferTitles } from "@/app/domain/offer/queries/brand-offers";
import billingBrandPageTexts from "@/app/i18n/en/billing/brand-page";
import { metaT, publicMeta } from "@/app/i18n/page-meta";
import { useTexts } from "@/app/i18n/use-texts";
import { now } from "@/app/lib/clock";
import { isId } from "@/app/lib/ids";
import { cursorOf, cursorText } from "@/app/lib/page";
import { SubmitButton } from "@/app/ui/button";
import { Callout } from "@/app/ui/callout";
import { Card, PageHeader } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { Field, Select } from "@/app/ui/form";
import { Pagination } from "@/app/ui/pagination";
import { PageBody } from "@/app/ui/shell/app-shell";
import { db } from "@/db/client";
import { Invoices } from "./invoices";
import { Statements } from "./statements";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireBrand(request);
  const { brand_id } = actor;
  const { searchParams } = new URL(request.url);
  const { time_zone } = await readBillingCustomer(db, actor);
  const titles = await listOfferTitles(db, actor, cursorOf(searchParams, { parameter: "offers_after" }));
  const wanted = searchParams.get("offer");
  const chosen = isId("offer", wanted) ? await findOfferTitle(db, actor, wanted) : null;
  const invoices = await listInvoices(db, actor, chosen?.id, cursorOf(searchParams, { isKey: isMonth }));
  const listed = titles.rows.map(({ id, title }) => ({ id, title }));
  return {
    problem: searchParams.has("problem") || Boolean(wanted && !chosen),
    // Whatever page of titles is shown, the chosen one is among them.
    offers: chosen && !listed.some(({ id }) => id === chosen.id) ? [chosen, ...listed] : listed,
    offers_next: cursorText(titles.next),
    offer_id: chosen?.id ?? null,
    months: await listStatementMonths(db, { brand_id, time_zone, offer_id: chosen?.id }),
    present: monthOf(now(), time_zone),
    invoices: invoices.rows,
    next: cursorText(invoices.next),
  };
}

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(metaT(matches, billingBrandPageTexts)("title"), "");

export default function BrandBilling() {
  const t = useTexts(billingBrandPageTexts);
  const { problem, offers, offers_next, offer_id, months, present, invoices, next } =
    useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const searching = search.has("offers_after");
  const all = { value: "", label: t("whole_brand") };
  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        back={{ to: "/brand/money", label: t("back") }}
      />
      {problem ? <Callout tone="warn">{t("problem")}</Callout> : null}
      {offers.length > 1 || searching ? (
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
          <Pagination next={offers_next} parameter="offers_after" />
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
          <Pagination next={next} />
        </>
      )}
    </PageBody>
  );
}
