/** What a request must keep to before anything reads it: method, origin, size, form. */
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { faultOfMultipart, faultOfUrlEncoded } from "./form-bounds";
import { type RefusalKind, refuse } from "./refusal-page";
import { isGoodJson, isGoodPath, isGoodQuery } from "./well-formed";

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;
/** A form of words. */
export const FORM_LIMIT_BYTES = 256 * KILOBYTE;
/** A form with photos. */
export const UPLOAD_LIMIT_BYTES = 12 * MEGABYTE;
/** News from other services. */
export const WEBHOOK_LIMIT_BYTES = MEGABYTE;
/** Inngest sends along what all earlier steps of a run answered. */
const JOB_LIMIT_BYTES = 4 * MEGABYTE;

const JOBS_PATH = "/api/inngest";
const WEBHOOKS = "/webhooks/";
/** The pages whose forms take pictures, also when their data alone is asked for. */
const TAKES_PICTURES =
  /^\/(?:creator\/profile(?:\/new)?|brand\/offers\/(?:new(?:\/[^/]+)?|[^/]+\/edit))(?:\.data)?$/;
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

const limitOf = (maxSize: number): MiddlewareHandler =>
  bodyLimit({ maxSize, onError: (c) => refuse(c.req.raw, "too_large") });

const forms = limitOf(FORM_LIMIT_BYTES);
const uploads = limitOf(UPLOAD_LIMIT_BYTES);
const webhooks = limitOf(WEBHOOK_LIMIT_BYTES);
const jobs = limitOf(JOB_LIMIT_BYTES);

export const bodyLimits: MiddlewareHandler = (c, next) => {
  const { path } = c.req;
  if (path === JOBS_PATH) return jobs(c, next);
  if (path.startsWith(WEBHOOKS)) return webhooks(c, next);
  const type = c.req.header("content-type") ?? "";
  return (type.startsWith(MULTIPART) && TAKES_PICTURES.test(path) ? uploads : forms)(c, next);
};

const MULTIPART = "multipart/form-data";
const URL_ENCODED = "application/x-www-form-urlencoded";

/** Refuses whatever is no text, names no real point in time or is built to be taken apart for ever: by its bytes, before anybody reads it. */
export const wellFormed: MiddlewareHandler = async (c, next) => {
  const { raw } = c.req;
  const { pathname, search } = new URL(raw.url);
  if (!isGoodPath(pathname) || !isGoodQuery(search)) return refuse(raw, "ill_formed");
  if (SAFE.has(raw.method)) return next();
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const fault = faultOf(pathname, raw.headers.get("content-type") ?? "", bytes);
  if (fault) return refuse(raw, fault);
  c.req.raw = new Request(raw.url, {
    method: raw.method,
    headers: raw.headers,
    body: bytes,
    signal: raw.signal,
  });
  return next();
};

function faultOf(path: string, type: string, bytes: Uint8Array): RefusalKind | null {
  if (bytes.length === 0) return null;
  if (path === JOBS_PATH || path.startsWith(WEBHOOKS)) return isGoodJson(bytes) ? null : "ill_formed";
  if (type.startsWith(URL_ENCODED)) return faultOfUrlEncoded(bytes);
  if (type.startsWith(MULTIPART)) return faultOfMultipart(bytes, type);
  return "not_a_form";
}
