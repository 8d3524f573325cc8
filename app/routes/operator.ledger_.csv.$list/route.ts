/** Every list of the books as a file, page by page, with the same filters as in the address of its page. */

import { requireOperator } from "@/app/auth/session";
import { fileLoader } from "@/app/i18n/file-loader";
import { now } from "@/app/lib/clock";
import { SHEETS } from "./sheets";

export const loader = fileLoader(async ({ request, params }) => {
  await requireOperator(request);
  const list = Object.keys(SHEETS).find((name) => name === params.list) as keyof typeof SHEETS | undefined;
  if (!list) throw new Response(null, { status: 404 });
  const name = `postbond-${list}-${now().toISOString().slice(0, 10)}`;
  return SHEETS[list](name, new URL(request.url).searchParams);
});
