/** Routes that answer with a file have no page that could put a refusal into words: they say it as text. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { refusalIn } from "@/app/lib/answer";
import { refusalText } from "./refusal-text";
import { getLocale } from "./server";

/** The loader of a file; what it refuses answers with the refusal's status and its text in the reader's language. */
export function fileLoader(load: (args: LoaderFunctionArgs) => Promise<Response>) {
  return async (args: LoaderFunctionArgs): Promise<Response> => {
    try {
      return await load(args);
    } catch (thrown) {
      const refused = refusalIn(thrown);
      if (!refused) throw thrown;
      return new Response(refusalText(await getLocale(args.request), refused), {
        status: refused.status,
        headers: { "content-type": "text/plain; charset=utf-8" },
      });
    }
  };
}
