/** Any invoice or credit note as a PDF, for the operator. */

import { requireOperator } from "@/app/auth/session";
import { invoiceDocument } from "@/app/billing/invoice";
import { pdfResponse } from "@/app/billing/print";
import { readInvoice } from "@/app/domain/billing/queries/invoices";
import { documentLocale } from "@/app/i18n/document-locale";
import { fileLoader } from "@/app/i18n/file-loader";
import { db } from "@/db/client";

export const loader = fileLoader(async ({ request, params }) => {
  await requireOperator(request);
  const found = await readInvoice(db, params.number ?? "", undefined);
  if (!found) throw new Response(null, { status: 404 });
  const { invoice, lines } = found;
  const document = invoiceDocument(await documentLocale(request), invoice, lines);
  return pdfResponse(document, `postbond-${invoice.kind.replace("_", "-")}-${invoice.number}`);
});
