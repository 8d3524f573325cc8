/** What a request must keep to before anything reads it: method, origin, size. */
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { refuse } from "./refusal-page";

const MEGABYTE = 1024 * 1024;
export const BODY_LIMIT_BYTES = MEGABYTE;
/** A form with photos. */
export const UPLOAD_LIMIT_BYTES = 12 * MEGABYTE;
/** Inngest sends along what all earlier steps of a run answered. */
export const JOB_LIMIT_BYTES = 4 * MEGABYTE;

const JOBS_PATH = "/api/inngest";
const SAFE = new Set(["GET", "HEAD"]);

export const knownMethods: MiddlewareHandler = async (c, next) => {
  const { method } = c.req;
  if (SAFE.has(method) || method === "POST" || (method === "PUT" && c.req.path === JOBS_PATH)) return next();
  const answer = await refuse(c.req.raw, "method");
  answer.headers.set("allow", "GET, HEAD, POST");
  return answer;
};

/**
 * Refuses a form that another site posts in a person's name. Browsers name the origin of every such request; programs (webhooks)
 * name none and are known by their signatures instead.
 */
export function sameOrigin(app_url: string): MiddlewareHandler {
  return async (c, next) => {
    if (SAFE.has(c.req.method)) return next();
    const origin = c.req.header("origin");
    const own = origin === undefined || origin === app_url || hostOf(origin) === c.req.header("host");
    return own ? next() : refuse(c.req.raw, "cross_origin");
  };
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

const limits = [BODY_LIMIT_BYTES, JOB_LIMIT_BYTES, UPLOAD_LIMIT_BYTES].map((maxSize) =>
  bodyLimit({ maxSize, onError: (c) => refuse(c.req.raw, "too_large") }),
);

export const bodyLimits: MiddlewareHandler = (c, next) => {
  const [text, jobs, upload] = limits as [MiddlewareHandler, MiddlewareHandler, MiddlewareHandler];
  if (c.req.path === JOBS_PATH) return jobs(c, next);
  return c.req.header("content-type")?.startsWith("multipart/form-data") ? upload(c, next) : text(c, next);
};
