/** Between commands and pages: a refusal becomes the answer of a route. */
import { data } from "@remix-run/node";
import { isRefusal, type Refusal } from "./refusal";

/** A refusal as an error page: a response with its status and `{ code, params }`, which the page puts into words. */
export function refusedPage({ code, params, status }: Refusal) {
  return data({ code, params }, { status });
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
