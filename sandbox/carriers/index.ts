/**
 * Carriers on this machine, as EasyPost's tracker API tells of them. `SANDBOX_CARRIERS_AUTO=0` keeps parcels where they are until
 * they are moved.
 */
import { Hono } from "hono";
import type { MakeEmulator } from "../frame/emulator";
import { makePages } from "./pages";
import { Parcels } from "./parcels";
import { Webhooks } from "./webhooks";
import { makeControl, makeWire } from "./wire";

export const makeCarriers: MakeEmulator = (context) => {
  const { clock, store, env } = context;
  const webhooks = new Webhooks(context);
  const parcels = new Parcels(clock, store, webhooks, env.SANDBOX_CARRIERS_AUTO?.trim() !== "0");
  const carriers = new Hono();
  carriers.route("/v2", makeWire(parcels, env.EASYPOST_API_KEY?.trim() || undefined));
  carriers.route("/control", makeControl(parcels));
  carriers.route("/", makePages({ parcels, webhooks, context }));
  carriers.onError((error, c) => {
    console.error(`[sandbox] carriers: ${c.req.method} ${c.req.path} failed:`, error);
    const message = "Unexpected error in the emulator.";
    return c.json({ error: { code: "INTERNAL_SERVER_ERROR", message, errors: [] } }, 500);
  });
  return { name: "carriers", fetch: carriers.fetch, close: () => webhooks.close() };
};
