/** One invoice or credit note of the brand as a PDF, in the language of `?lang=` or of whoever asks. */

import { redirect } from "@remix-run/node";
import { requireBrand } from "@/app/auth/session";
import { invoiceDocument } from "@/app/billing/invoice";
import { pdfResponse } from "@/app/billing/print";
import { readInvoice } from "@/app/domain/billing/queries/invoices";
import { documentLocale } from "@/app/i18n/document-locale";
import { fileLoader } from "@/app/i18n/file-loader";
import { db } from "@/db/client";

/** Whoever typed an address that names no paper of theirs is shown those that there are. */
const NO_SUCH_DOCUMENT = "/brand/billing?problem=unknown";

export const loader = fileLoader(async ({ request, params }) => {
  const { brand_id } = await requireBrand(request);
  const found = await readInvoice(db, params.number ?? "", brand_id);
  if (!found) throw redirect(NO_SUCH_DOCUMENT);
  const { invoice, lines } = found;
  const document = invoiceDocument(await documentLocale(request), invoice, lines);
  return pdfResponse(document, `postbond-${invoice.kind.replace("_", "-")}-${invoice.number}`);
});
