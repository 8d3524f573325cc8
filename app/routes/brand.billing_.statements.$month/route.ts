/** A month's statement of the brand as a PDF: `?currency=USD`, of all offers or of `?offer=…`, in the language of `?lang=`. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { and, eq } from "drizzle-orm";
import { requireBrand } from "@/app/auth/session";
import { brandStatementDocument } from "@/app/billing/brand-statement";
import { pdfResponse } from "@/app/billing/print";
import { readBrandStatement } from "@/app/domain/billing/brand-statement";
import { monthOf, monthSchema, periodOf } from "@/app/domain/billing/periods";
import { readBillingCustomer } from "@/app/domain/brand/billing";
import { documentLocale } from "@/app/i18n/document-locale";
import { now } from "@/app/lib/clock";
import { CURRENCIES } from "@/app/lib/money";
import { db } from "@/db/client";
import { offers } from "@/db/schema/offer";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { brand_id } = await requireBrand(request);
  const { time_zone, ...customer } = await readBillingCustomer(db, brand_id);
  const asked = new URL(request.url).searchParams;
  const month = monthSchema.safeParse(params.month).data;
  const currency = asked.get("currency") ?? "";
  const offer = await offerOf(brand_id, asked.get("offer"));
  // Whoever typed an address that names no paper is shown those that there are.
  if (!month || month > monthOf(now(), time_zone) || !CURRENCIES.includes(currency) || offer === null)
    throw redirect("/brand/billing?problem=unknown");
  const scope = { brand_id, currency, offer_id: offer?.id };
  const statement = await readBrandStatement(db, scope, periodOf(month, time_zone));
  const about = { locale: await documentLocale(request), currency, time_zone, month, customer };
  const document = brandStatementDocument({ ...about, offer_title: offer?.title ?? null }, statement);
  return pdfResponse(document, ["postbond-statement", month, currency, offer?.id].filter(Boolean).join("-"));
}

/** @returns undefined when none is asked for, null when it is not the brand's */
async function offerOf(brand_id: string, offer_id: string | null) {
  if (!offer_id) return undefined;
  const [offer] = await db
    .select({ id: offers.id, title: offers.title })
    .from(offers)
    .where(and(eq(offers.id, offer_id), eq(offers.brand_id, brand_id)));
  return offer ?? null;
}
