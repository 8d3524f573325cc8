/** Every list of the books as a file, page by page, with the same filters as in the address of its page. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireOperator } from "@/app/auth/session";
import { now } from "@/app/lib/clock";
import { isRefusal } from "@/app/lib/refusal";
import { SHEETS } from "./sheets";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOperator(request);
  const list = Object.keys(SHEETS).find((name) => name === params.list) as keyof typeof SHEETS | undefined;
  if (!list) throw new Response(null, { status: 404 });
  const name = `postbond-${list}-${now().toISOString().slice(0, 10)}`;
  try {
    return await SHEETS[list](name, new URL(request.url).searchParams);
  } catch (error) {
    // There is no page here that could put a refusal into words.
    if (isRefusal(error)) throw new Response(null, { status: error.status });
    throw error;
  }
}
