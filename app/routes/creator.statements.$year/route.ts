/** A year's statement of the creator as a PDF: `?currency=USD`, in the language of `?lang=`. */

import { redirect } from "@remix-run/node";
import { requireCreator } from "@/app/auth/session";
import { creatorStatementDocument } from "@/app/billing/creator-statement";
import { pdfResponse } from "@/app/billing/print";
import { periodOf, yearOf, yearSchema } from "@/app/domain/billing/periods";
import { readCreatorStatement } from "@/app/domain/billing/queries/creator-statement";
import { readProfile } from "@/app/domain/creator/queries/profile";
import { documentLocale } from "@/app/i18n/document-locale";
import { fileLoader } from "@/app/i18n/file-loader";
import { now } from "@/app/lib/clock";
import { CURRENCIES } from "@/app/lib/money";
import { db } from "@/db/client";

export const loader = fileLoader(async ({ request, params }) => {
  const { creator_id } = await requireCreator(request);
  const year = yearSchema.safeParse(params.year).data;
  const currency = new URL(request.url).searchParams.get("currency") ?? "";
  if (!year || year > yearOf(now(), "utc") || !CURRENCIES.includes(currency))
    throw redirect("/creator/payouts#statements");
  const statement = await readCreatorStatement(db, { creator_id, currency }, periodOf(year, "utc"));
  const { creator } = await readProfile(db, { creator_id });
  const locale = await documentLocale(request);
  const party = { name: creator.display_name, address: `@${creator.handle}`, tax_id: "" };
  const document = creatorStatementDocument({ locale, currency, year, creator: party }, statement);
  return pdfResponse(document, `postbond-statement-${year}-${currency}`);
});
