/** One invoice or credit note of the brand as a PDF, in the language of `?lang=` or of whoever asks. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireBrand } from "@/app/auth/session";
import { readInvoice } from "@/app/domain/papers/queries";
import { localeOfPaper } from "@/app/i18n/paper-locale";
import { invoicePaper } from "@/app/papers/invoice";
import { paperResponse } from "@/app/papers/print";
import { db } from "@/db/client";

/** Whoever typed an address that names no paper of theirs is shown those that there are. */
const NO_SUCH_PAPER = "/brand/papers?problem=unknown";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { brand_id } = await requireBrand(request);
  const found = await readInvoice(db, params.number ?? "", brand_id);
  if (!found) throw redirect(NO_SUCH_PAPER);
  const { invoice, lines } = found;
  const paper = invoicePaper(await localeOfPaper(request), invoice, lines);
  return paperResponse(paper, `postbond-${invoice.kind.replace("_", "-")}-${invoice.number}`);
}
