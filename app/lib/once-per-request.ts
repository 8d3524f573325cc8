/**
 * What one request asks for many times and has to be read only once, such as its session. Remix hands each loader a `Request` of its own, so
 * what belongs together is known by the asynchronous context that the server opens around them.
 */
import { AsyncLocalStorage } from "node:async_hooks";

const requests = new AsyncLocalStorage<Map<string, Promise<unknown>>>();

/** Everything that `work` begins belongs to one request. */
export function asOneRequest<T>(work: () => T): T {
  return requests.run(new Map(), work);
}

/** What `read` answered the first time under this key; outside of `asOneRequest` it is asked each time. */
export function oncePerRequest<T>(key: string, read: () => Promise<T>): Promise<T> {
  const known = requests.getStore();
  const found = known?.get(key) as Promise<T> | undefined;
  if (found) return found;
  const reading = read();
  known?.set(key, reading);
  return reading;
}

/** Forgets what was read: call it after a change, before the same request shows a page. */
export function forgetRequest(): void {
  requests.getStore()?.clear();
}
