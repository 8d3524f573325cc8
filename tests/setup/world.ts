/**
 * A whole world for a scenario, in the test's own process: the sandbox on free ports, our resource routes on another one, the relay, and
 * the clock that all of them follow. Everything between them goes over the wire, as in service; only the pages are left out.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { followClock, setClockOffset } from "@/app/lib/clock";
import { rereadEnv } from "@/app/lib/env";
import { startSandbox } from "@/sandbox/main";
import { pauseNights } from "./nightly";

export type World = {
  /** Control addresses of the stand-ins. */
  urls: Record<"home" | "stripe" | "inngest" | "mail" | "social" | "carriers", string>;
  app_url: string;
  /** Turns the clock and lives through everything due on the way. */
  turn: (by: { days?: number; hours?: number; minutes?: number }) => Promise<void>;
  /** Turns to the next thing that is due. */
  turnToNext: () => Promise<void>;
  /** Waits until nothing is under way, without turning. */
  rest: () => Promise<void>;
  /** POSTs (or GETs, or PATCHes) JSON to a stand-in's control and answers its JSON. */
  control: <T = unknown>(url: string, body: unknown, method?: "GET" | "POST" | "PATCH") => Promise<T>;
  mailsTo: (email: string) => Promise<Mail[]>;
  close: () => Promise<void>;
};

export type Mail = { id: string; to: string[]; subject: string; html: string; text: string };

/** Sends JSON and reads JSON. @throws with the answer's text when it is not a good one */
export async function jsonCall<T>(url: string, method: string, body?: unknown): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text}`);
  return (text ? JSON.parse(text) : null) as T;
}

/**
 * Call after `testDatabase()`, in `beforeAll`.
 *
 * @param nightly whether the nightly jobs run; without it they are paused at Inngest
 */
export async function startWorld({ nightly = false } = {}): Promise<World> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const app_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sandbox = await startSandbox({ env: { APP_URL: app_url, SANDBOX_PORT: "0" } });
  Object.assign(process.env, sandbox.app_env, { APP_URL: app_url });
  rereadEnv();

  // Loaded only now: the Inngest client reads its addresses from the environment when it is made.
  const { startRelay } = await import("@/jobs/relay");
  const { registerFunctions } = await import("@/jobs/register");
  server.on("request", getRequestListener((await resourceRoutes()).fetch));
  const stopping = new AbortController();
  await followClock(sandbox.app_env.CLOCK_URL as string, stopping.signal);
  await registerFunctions(app_url, stopping.signal);
  const relay = startRelay(stopping.signal);

  const urls = sandbox.urls as World["urls"];
  if (!nightly) await pauseNights(urls.inngest);
  return {
    urls,
    app_url,
    turn: ({ days = 0, hours = 0, minutes = 0 }) =>
      sandbox.clock.turnBy(((days * 24 + hours) * 60 + minutes) * 60_000),
    turnToNext: () => jsonCall(`${urls.home}/control/clock`, "POST", { to: "next" }),
    rest: () => sandbox.clock.rest(),
    control: (url, body, method = "POST") => jsonCall(url, method, body),
    mailsTo: (email) => jsonCall(`${urls.mail}/control/messages?to=${encodeURIComponent(email)}`, "GET"),
    close: async () => {
      stopping.abort();
      await relay;
      await sandbox.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      setClockOffset(0);
    },
  };
}

async function resourceRoutes(): Promise<Hono> {
  const stripe = await import("@/app/routes/webhooks.stripe/route");
  const carrier = await import("@/app/routes/webhooks.carrier/route");
  const inngest = await import("@/app/routes/api.inngest/route");
  const healthz = await import("@/app/routes/healthz/route");
  const args = (request: Request) => ({ request, params: {}, context: {} }) as never;
  const routes = new Hono();
  routes.post("/webhooks/stripe", ({ req }) => stripe.action(args(req.raw)));
  routes.post("/webhooks/carrier", ({ req }) => carrier.action(args(req.raw)));
  routes.get("/healthz", async () => (await healthz.loader()) as Response);
  routes.all("/api/inngest", async ({ req }) => (await inngest.action(args(req.raw))) as Response);
  return routes;
}
