/** Between commands and pages: a refusal becomes the answer of a route. */
import { data } from "@remix-run/node";
import { type Id, type IdPrefix, isId } from "./ids";
import { isRefusal, notFound, type Refusal } from "./refusal";

/** A refusal as an error page: a response with its status and `{ code, params }`, which the page puts into words. */
export function refusedPage({ code, params, status }: Refusal) {
  return data({ code, params }, { status });
}

/** The refusal that was thrown, as itself or as its error page; undefined for anything else. */
export function refusalIn(
  thrown: unknown,
): (Pick<Refusal, "code" | "params"> & { status: number }) | undefined {
  if (isRefusal(thrown)) return thrown;
  const page = thrown as Partial<ReturnType<typeof refusedPage>> | null;
  if (page?.type !== "DataWithResponseInit" || typeof page.data?.code !== "string") return undefined;
  return { ...page.data, status: page.init?.status ?? 500 };
}

/** Runs a loader's work; a Refusal is thrown on as its error page. Anything else crashes loudly. */
export async function orAnswer<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isRefusal(error)) throw refusedPage(error);
    throw error;
  }
}

/**
 * The id in an address.
 *
 * @throws the error page 404 of `what`, by default the prefix in words, for what is no id of `prefix`: as for an id that nothing has
 */
export function idInPath<P extends IdPrefix>(
  prefix: P,
  text: string | null | undefined,
  what: string = prefix,
): Id<P> {
  if (!isId(prefix, text)) throw refusedPage(notFound(what));
  return text;
}
