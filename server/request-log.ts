/** One line per request: what was asked, what was answered, how long it took. Never a body, a query or a secret of a link. */
import type { MiddlewareHandler } from "hono";
import { log } from "@/app/lib/log";
import type { ServerEnv } from "./load-context";

const TYPE_ID = /^[a-z]+_[0-9a-z]{26}$/;

/** The path with whatever could be a secret (long and no id of ours) cut out. */
export function loggablePath(path: string): string {
  const parts = path.split("/").map((part) => (part.length < 24 || TYPE_ID.test(part) ? part : "…"));
  return parts.join("/");
}

export const requestLog: MiddlewareHandler<ServerEnv> = async (c, next) => {
  const started = performance.now();
  await next();
  const { status } = c.res;
  const line = {
    request_id: c.get("context").requestId,
    method: c.req.method,
    path: c.req.path.startsWith("/assets/") ? c.req.path : loggablePath(c.req.path),
    status,
    took_ms: Math.round((performance.now() - started) * 10) / 10,
  };
  // Probes, files and a job server that looks after us would drown what people do.
  const quiet = c.req.path === "/healthz" || c.req.path.startsWith("/assets/") || c.req.method === "PUT";
  log[quiet ? "debug" : "info"](line, "request");
};
