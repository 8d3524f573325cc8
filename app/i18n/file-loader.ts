/** Routes that answer with a file have no page that could put a refusal into words: they say it as text. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRefusal } from "@/app/lib/refusal";
import { type Refused, refusalText } from "./refusal-text";
import { getLocale } from "./server";

type Page = { type: string; data: Refused; init: { status: number } };

/** What `refusedPage` made of a refusal, for pages. */
const isPage = (thrown: unknown): thrown is Page =>
  typeof thrown === "object" &&
  thrown !== null &&
  (thrown as Page).type === "DataWithResponseInit" &&
  typeof (thrown as Page).data?.code === "string";

/** The loader of a file; what it refuses answers with the refusal's status and its text in the reader's language. */
export function fileLoader(load: (args: LoaderFunctionArgs) => Promise<Response>) {
  return async (args: LoaderFunctionArgs): Promise<Response> => {
    try {
      return await load(args);
    } catch (thrown) {
      const [refused, status] = isPage(thrown)
        ? [thrown.data, thrown.init.status]
        : isRefusal(thrown)
          ? [thrown, thrown.status]
          : [];
      if (!refused) throw thrown;
      return new Response(refusalText(await getLocale(args.request), refused), {
        status,
        headers: { "content-type": "text/plain; charset=utf-8" },
      });
    }
  };
}
