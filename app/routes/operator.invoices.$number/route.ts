/** Any invoice or credit note as a PDF, for the operator. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireOperator } from "@/app/auth/session";
import { readInvoice } from "@/app/domain/papers/queries";
import { localeOfPaper } from "@/app/i18n/paper-locale";
import { invoicePaper } from "@/app/papers/invoice";
import { paperResponse } from "@/app/papers/print";
import { db } from "@/db/client";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOperator(request);
  const found = await readInvoice(db, params.number ?? "", undefined);
  if (!found) throw new Response(null, { status: 404 });
  const { invoice, lines } = found;
  const paper = invoicePaper(await localeOfPaper(request), invoice, lines);
  return paperResponse(paper, `postbond-${invoice.kind.replace("_", "-")}-${invoice.number}`);
}
