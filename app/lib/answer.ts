/** Between commands and pages: a refusal becomes the answer of a route. */
import { data } from "@remix-run/node";
import { isRefusal } from "./refusal";

/**
 * Runs a loader's work; a Refusal is thrown on as a response with its status and `{ code, params }`, which the error page puts into
 * words. Anything else crashes loudly.
 */
export async function orAnswer<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isRefusal(error)) throw data({ code: error.code, params: error.params }, { status: error.status });
    throw error;
  }
}
