import type { IncomingMessage } from "node:http";

/** What the server tells Remix about each request. */
export type RequestContext = {
  /** allows the page's own inline scripts; a new one for each response */
  nonce: string;
  /** stands in the log and in the `x-request-id` header of the answer */
  requestId: string;
  /** where the request comes from, as far as it can be trusted: for limits, never for rights */
  clientAddress: string;
};

/** What Hono knows of each request. */
export type ServerEnv = {
  Bindings: { incoming?: IncomingMessage };
  Variables: { context: RequestContext };
};

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends RequestContext {}
}
