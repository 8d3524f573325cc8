/** The way of a request through the server, from the socket to Remix and back. */
import { randomBytes, randomUUID } from "node:crypto";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { log } from "@/app/lib/log";
import { asOneRequest } from "@/app/lib/once-per-request";
import { clientAddress } from "./client-address";
import { bodyLimits, knownMethods, sameOrigin, wellFormed } from "./gate";
import type { RequestContext, ServerEnv } from "./load-context";
import { requestLog } from "./request-log";
import { contentSecurityPolicy, type SecuritySettings, securityHeaders } from "./security-headers";
import { staticFiles } from "./static-files";

export type Handler = (request: Request, context: RequestContext) => Promise<Response>;

export type AppOptions = SecuritySettings & {
  /** Remix, or whatever answers for the pages */
  handler: Handler;
  /** the folder of the built client; none are served without it */
  client_folder?: string;
};

export function makeApp(options: AppOptions): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  const fixedHeaders = Object.entries(securityHeaders(options));

  app.use(async (c, next) => {
    const context = {
      nonce: randomBytes(16).toString("base64"),
      requestId: randomUUID(),
      clientAddress: clientAddress(c.env?.incoming?.socket.remoteAddress, c.req.header("x-forwarded-for")),
    };
    c.set("context", context);
    await next();
    for (const [name, value] of fixedHeaders) c.res.headers.set(name, value);
    c.res.headers.set("x-request-id", context.requestId);
    if (c.res.headers.get("content-type")?.startsWith("text/html"))
      c.res.headers.set("content-security-policy", contentSecurityPolicy(context.nonce, options));
  });
  app.use(requestLog);
  app.use(compress());
  app.use(knownMethods, sameOrigin(options.app_url), bodyLimits, wellFormed);
  if (options.client_folder) app.use(staticFiles(options.client_folder));
  app.all("*", (c) => asOneRequest(() => options.handler(asRemixExpects(c.req.raw), c.get("context"))));

  app.onError((error, c) => {
    log.error({ err: error, request_id: c.get("context")?.requestId }, "a request failed outside of Remix");
    return c.text("Something went wrong on our side.", 500);
  });
  return app;
}

/**
 * Remix compares a form's Origin with the Host it sees and answers 500 when they differ. Behind a proxy they do; the gate has
 * compared the origin by then, so Remix is told the host that the person typed.
 */
function asRemixExpects(request: Request): Request {
  const origin = request.headers.get("origin");
  if (!origin || request.method === "GET" || request.method === "HEAD") return request;
  const host = new URL(origin).host;
  const seen = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (seen === host) return request;
  const headers = new Headers(request.headers);
  headers.set("x-forwarded-host", host);
  return new Request(request, { headers });
}
