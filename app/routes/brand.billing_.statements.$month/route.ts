/** A month's statement of the brand as a PDF: `?currency=USD`, of all offers or of `?offer=…`, in the language of `?lang=`. */

import { redirect } from "@remix-run/node";
import { requireBrand } from "@/app/auth/session";
import { brandStatementDocument } from "@/app/billing/brand-statement";
import { pdfResponse } from "@/app/billing/print";
import { monthOf, monthSchema, periodOf } from "@/app/domain/billing/periods";
import { readBrandStatement } from "@/app/domain/billing/queries/brand-statement";
import { readBillingCustomer } from "@/app/domain/brand/queries/billing-customer";
import { findOfferTitle } from "@/app/domain/offer/queries/brand-offers";
import { documentLocale } from "@/app/i18n/document-locale";
import { fileLoader } from "@/app/i18n/file-loader";
import { now } from "@/app/lib/clock";
import { isId } from "@/app/lib/ids";
import { CURRENCIES } from "@/app/lib/money";
import { db } from "@/db/client";

export const loader = fileLoader(async ({ request, params }) => {
  const actor = await requireBrand(request);
  const { brand_id } = actor;
  const { time_zone, ...customer } = await readBillingCustomer(db, actor);
  const asked = new URL(request.url).searchParams;
  const month = monthSchema.safeParse(params.month).data;
  const currency = asked.get("currency") ?? "";
  const wanted = asked.get("offer");
  // undefined when none is asked for, null when it is not the brand's
  const offer = wanted ? (isId("offer", wanted) ? await findOfferTitle(db, actor, wanted) : null) : undefined;
  // Whoever typed an address that names no paper is shown those that there are.
  if (!month || month > monthOf(now(), time_zone) || !CURRENCIES.includes(currency) || offer === null)
    throw redirect("/brand/billing?problem=unknown");
  const scope = { brand_id, currency, offer_id: offer?.id };
  const statement = await readBrandStatement(db, scope, periodOf(month, time_zone));
  const about = { locale: await documentLocale(request), currency, time_zone, month, customer };
  const document = brandStatementDocument({ ...about, offer_title: offer?.title ?? null }, statement);
  return pdfResponse(document, ["postbond-statement", month, currency, offer?.id].filter(Boolean).join("-"));
});
