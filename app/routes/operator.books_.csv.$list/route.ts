/** Every list of the books as a file, page by page, with the same filters as in the address of its page. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireOperator } from "@/app/auth/session";
import { orAnswer } from "@/app/lib/answer";
import { now } from "@/app/lib/clock";
import { notFound } from "@/app/lib/refusal";
import { SHEETS } from "./sheets";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOperator(request);
  const make = Object.hasOwn(SHEETS, params.list ?? "") ? SHEETS[params.list as keyof typeof SHEETS] : null;
  if (!make) return orAnswer(Promise.reject(notFound("list")));
  const name = `postbond-${params.list}-${now().toISOString().slice(0, 10)}`;
  return orAnswer(make(name, new URL(request.url).searchParams));
}
