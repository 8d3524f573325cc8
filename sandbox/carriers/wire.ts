/** EasyPost's tracker API: create, retrieve, list; HTTP basic auth with the key as the user name; its error envelope. */
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Parcels } from "./parcels";
import { carrierOf } from "./steps";
import { STATUSES, type Tracker } from "./tracker";

const DEFAULT_PAGE = 30;
const MAX_PAGE = 100;

const createSchema = z.object({
  tracker: z.object({
    tracking_code: z.string().trim().min(1).max(120),
    carrier: z.string().trim().nullish(),
  }),
});

/** `api_key` undefined takes any key. */
export function makeWire(parcels: Parcels, api_key: string | undefined): Hono {
  const wire = new Hono();

  wire.use(async (c, next) => {
    const key = keyOf(c.req.header("authorization"));
    if (!key) return refuse(c, 401, "APIKEY.MISSING", "An API key is required to authenticate this request.");
    if (api_key && key !== api_key)
      return refuse(
        c,
        401,
        "APIKEY.INACTIVE",
        "This API key is no longer active. Please use a different API key or reactivate this key.",
      );
    return next();
  });

  wire.post("/trackers", async (c) => {
    const asked = createSchema.safeParse(await readBody(c.req.raw));
    if (!asked.success)
      return refuse(c, 422, "PARAMETER.REQUIRED", "Missing required parameter.", [
        { field: "tracking_code", message: "cannot be blank" },
      ]);
    const { tracking_code } = asked.data.tracker;
    const carrier = asked.data.tracker.carrier || carrierOf(tracking_code);
    if (!carrier)
      return refuse(c, 422, "TRACKER.CREATE.ERROR", "Unable to detect the carrier of this tracking code.");
    return c.json(parcels.create(tracking_code, carrier), 201);
  });

  wire.get("/trackers/:id", (c) => {
    const id = c.req.param("id");
    const parcel = parcels.get(id) ?? parcels.byCode(id);
    if (!parcel) return refuse(c, 404, "NOT_FOUND", "The requested resource could not be found.");
    return c.json(parcel.tracker);
  });

  wire.get("/trackers", (c) => {
    const { tracking_code, carrier, before_id } = c.req.query();
    const size = Math.min(Math.max(Number(c.req.query("page_size")) || DEFAULT_PAGE, 1), MAX_PAGE);
    const all = parcels
      .list()
      .map(({ tracker }) => tracker)
      .filter((tracker) => isAsked(tracker, tracking_code, carrier));
    const start = before_id ? all.findIndex(({ id }) => id === before_id) + 1 : 0;
    return c.json({ trackers: all.slice(start, start + size), has_more: start + size < all.length });
  });

  wire.all("*", (c) => refuse(c, 404, "NOT_FOUND", "The requested resource could not be found."));
  return wire;
}

const moveSchema = z.object({
  status: z.enum(STATUSES),
  carrier: z.string().optional(),
  message: z.string().optional(),
  city: z.string().optional(),
  country: z.string().optional(),
});

/**
 * GET /parcels lists the trackers; POST /parcels/:tracking_code {status, carrier?, message?, city?, country?} moves one along,
 * making it when it is unknown, and answers with the tracker.
 */
export function makeControl(parcels: Parcels): Hono {
  const control = new Hono();

  control.get("/parcels", (c) => c.json(parcels.list().map(({ tracker }) => tracker)));

  control.post("/parcels/:tracking_code", async (c) => {
    const asked = moveSchema.safeParse(await c.req.json().catch(() => null));
    if (!asked.success) return c.json({ error: `Give {status}, one of ${STATUSES.join(", ")}.` }, 400);
    const { status, carrier, message, city, country } = asked.data;
    const tracking_code = c.req.param("tracking_code");
    const known = parcels.byCode(tracking_code, carrier)?.tracker;
    const tracker = known ?? parcels.create(tracking_code, carrier ?? carrierOf(tracking_code) ?? "USPS");
    const place =
      city || country ? { city: city ?? null, country: country ?? null, state: null, zip: null } : undefined;
    return c.json(parcels.move(tracker.id, status, { message, place }));
  });

  return control;
}

function isAsked(tracker: Tracker, tracking_code?: string, carrier?: string): boolean {
  if (tracking_code && tracker.tracking_code !== tracking_code) return false;
  return !carrier || tracker.carrier.toLowerCase() === carrier.toLowerCase();
}

function keyOf(authorization: string | undefined): string | undefined {
  const [scheme, token] = authorization?.split(" ") ?? [];
  if (scheme?.toLowerCase() === "bearer") return token;
  if (scheme?.toLowerCase() !== "basic" || !token) return undefined;
  return Buffer.from(token, "base64").toString("utf8").split(":")[0] || undefined;
}

/** EasyPost takes JSON and also forms with `tracker[tracking_code]`. */
async function readBody(request: Request): Promise<unknown> {
  const text = await request.text();
  if (request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) {
    const form = new URLSearchParams(text);
    const field = (name: string) => form.get(`tracker[${name}]`) ?? undefined;
    return { tracker: { tracking_code: field("tracking_code"), carrier: field("carrier") } };
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refuse(c: Context, status: 401 | 404 | 422, code: string, message: string, errors: unknown[] = []) {
  return c.json({ error: { code, message, errors } }, status);
}
