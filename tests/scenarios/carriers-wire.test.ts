/** The carriers' emulator over the wire: EasyPost's tracker API, its signed webhooks, and a parcel's way through time. */
import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { makeCarriers } from "@/sandbox/carriers";
import type { Tracker } from "@/sandbox/carriers/tracker";
import { SandboxClock } from "@/sandbox/frame/clock";
import { listen, serve } from "@/sandbox/frame/serve";
import { openStore, type Store } from "@/sandbox/frame/store";

const KEY = "EZTK_test";
const SECRET = "carrier-secret";
const HOUR_MS = 3_600_000;

/** One after the other: a pooled connection to a server that has ended must not meet the next one. */
let port = 4210;
const ends: Array<() => Promise<void> | void> = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

type Hook = { body: string; signature: string | null; event: { description: string; result: Tracker } };

/** An app that hears webhooks; `answer` says with which status each is answered. */
async function listener(app_port: number, answer: (count: number) => number = () => 200) {
  const hooks: Hook[] = [];
  const app = await serve({
    name: "app",
    port: app_port,
    fetch: async (request) => {
      const body = await request.text();
      const signature = request.headers.get("x-hmac-signature");
      expect(new URL(request.url).pathname).toBe("/webhooks/carrier");
      hooks.push({ body, signature, event: JSON.parse(body) });
      return new Response(null, { status: answer(hooks.length) });
    },
  });
  ends.push(() => app.close());
  return hooks;
}

async function start(
  options: { app_port?: number; store?: Store; clock?: SandboxClock; env?: Record<string, string> } = {},
) {
  const clock = options.clock ?? new SandboxClock();
  const server = await listen({ name: "carriers", port: port++ });
  const carriers = makeCarriers({
    clock,
    store: options.store ?? openStore(undefined, "carriers"),
    url: server.url,
    app_url: `http://127.0.0.1:${options.app_port ?? 9}`,
    nav: { current: "carriers", links: [], now: () => clock.now() },
    env: { EASYPOST_API_KEY: KEY, EASYPOST_WEBHOOK_SECRET: SECRET, ...options.env },
  });
  server.handle(carriers.fetch);
  const close = async () => {
    clock.close();
    await carriers.close?.();
    await server.close();
  };
  ends.push(close);
  const call = (path: string, init: RequestInit = {}, key = KEY) =>
    fetch(`${server.url}/v2${path}`, {
      ...init,
      headers: {
        authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
        "content-type": "application/json",
      },
    });
  const create = async (tracking_code: string, carrier?: string) => {
    const response = await call("/trackers", {
      method: "POST",
      body: JSON.stringify({ tracker: { tracking_code, carrier } }),
    });
    return {
      status: response.status,
      body: (await response.json()) as Tracker & { error?: { code: string } },
    };
  };
  const status = async (id: string) => ((await (await call(`/trackers/${id}`)).json()) as Tracker).status;
  const transition = async (code: string, body: unknown) => {
    const init = { method: "POST", body: JSON.stringify(body) };
    return fetch(`${server.url}/control/parcels/${code}`, init);
  };
  return { clock, url: server.url, call, create, status, transition, close };
}

describe("trackers", () => {
  it("are made, found again by code and carrier, retrieved and listed", async () => {
    const { create, call } = await start();
    const { status, body } = await create("1Z999AA10123456784");
    expect(status).toBe(201);
    expect(body).toMatchObject({
      object: "Tracker",
      carrier: "UPS",
      status: "pre_transit",
      status_detail: "label_created",
      tracking_details: [{ object: "TrackingDetail", status: "pre_transit" }],
    });
    expect(body.id).toMatch(/^trk_[0-9a-f]{32}$/);
    expect((await create("1Z999AA10123456784", "UPS")).body.id).toBe(body.id);
    expect((await create("1Z999AA10123456784", "FedEx")).body.id).not.toBe(body.id);
    expect(await (await call(`/trackers/${body.id}`)).json()).toEqual(body);
    const list = (await (await call("/trackers?page_size=1")).json()) as {
      trackers: Tracker[];
      has_more: boolean;
    };
    expect(list).toMatchObject({ trackers: [{ carrier: "FedEx" }], has_more: true });
    const rest = await (await call(`/trackers?before_id=${list.trackers[0]?.id}`)).json();
    expect(rest).toMatchObject({ trackers: [{ id: body.id }], has_more: false });
  });

  it("are refused in EasyPost's shape", async () => {
    const { create, call, url } = await start();
    expect((await fetch(`${url}/v2/trackers`)).status).toBe(401);
    expect((await call("/trackers", {}, "wrong")).status).toBe(401);
    expect(await create("  ")).toMatchObject({
      status: 422,
      body: { error: { code: "PARAMETER.REQUIRED" } },
    });
    expect(await create("what?")).toMatchObject({
      status: 422,
      body: { error: { code: "TRACKER.CREATE.ERROR" } },
    });
    expect((await call("/trackers/trk_none")).status).toBe(404);
  });

  it("of EasyPost's test codes are at once where the code says, and stay", async () => {
    const { create, clock, status } = await start();
    const wanted = [
      "pre_transit",
      "in_transit",
      "out_for_delivery",
      "delivered",
      "return_to_sender",
      "failure",
      "unknown",
    ];
    for (const [index, expected] of wanted.entries()) {
      const digit = index + 1;
      expect((await create(`EZ${digit}00000000${digit}`)).body.status).toBe(expected);
    }
    const { body } = await create("EZ1000000001");
    await clock.turnBy(5 * 24 * HOUR_MS);
    expect(await status(body.id)).toBe("pre_transit");
  });
});

describe("a parcel's way", () => {
  it("goes by itself: on its way after 4 hours, delivered after 3 days", async () => {
    const hooks = await listener(4240);
    const { create, clock, status } = await start({ app_port: 4240 });
    const { body } = await create("9400110200793123456789");
    await clock.turnBy(4 * HOUR_MS - 60_000);
    expect(await status(body.id)).toBe("pre_transit");
    await clock.turnBy(120_000);
    expect(await status(body.id)).toBe("in_transit");
    await clock.turnBy(68 * HOUR_MS);
    expect(await status(body.id)).toBe("delivered");
    const told = hooks.map(({ event }) => `${event.description} ${event.result.status}`);
    expect(told).toEqual([
      "tracker.created pre_transit",
      "tracker.updated in_transit",
      "tracker.updated out_for_delivery",
      "tracker.updated delivered",
    ]);
    const delivered = hooks[3]?.event.result.tracking_details.at(-1);
    const days = (Date.parse(delivered?.datetime ?? "") - Date.parse(body.created_at)) / (24 * HOUR_MS);
    expect(days).toBeCloseTo(3, 3);
  });

  it("stops being its own once a hand has moved it, and can be switched off", async () => {
    const by_hand = await start();
    const first = await by_hand.create("9400110200793123456789");
    await by_hand.transition("9400110200793123456789", { status: "in_transit", city: "Reno", country: "US" });
    const still = await start({ env: { SANDBOX_CARRIERS_AUTO: "0" } });
    const second = await still.create("9400110200793123456789");
    await Promise.all([by_hand.clock.turnBy(10 * 24 * HOUR_MS), still.clock.turnBy(10 * 24 * HOUR_MS)]);
    expect(await by_hand.status(first.body.id)).toBe("in_transit");
    expect(await still.status(second.body.id)).toBe("pre_transit");
  });

  it("is made by the control when nobody has asked for it, and no status is invented", async () => {
    const { transition, call } = await start();
    const moved = (await (await transition("SF1234567890123", { status: "delivered" })).json()) as Tracker;
    expect(moved).toMatchObject({ carrier: "SFExpress", status: "delivered", finalized: true });
    expect(moved.tracking_details.map(({ status }) => status)).toEqual(["pre_transit", "delivered"]);
    expect((await transition("SF1234567890123", { status: "eaten" })).status).toBe(400);
    expect((await call("/trackers/SF1234567890123")).status).toBe(200);
  });
});

describe("webhooks", () => {
  it("are signed over the raw body", async () => {
    const hooks = await listener(4241);
    const { create, clock } = await start({ app_port: 4241 });
    await create("1Z999AA10123456784");
    await clock.rest();
    const expected = createHmac("sha256", SECRET)
      .update(hooks[0]?.body ?? "")
      .digest("hex");
    expect(hooks[0]?.signature).toBe(`hmac-sha256-hex=${expected}`);
  });

  it("come again on the sandbox's clock, the same body, until the app takes them", async () => {
    const hooks = await listener(4242, (count) => (count < 3 ? 500 : 200));
    const { create, clock } = await start({ app_port: 4242, env: { SANDBOX_CARRIERS_AUTO: "0" } });
    await create("1Z999AA10123456784");
    await clock.rest();
    expect(hooks).toHaveLength(1);
    await clock.turnBy(24 * HOUR_MS);
    expect(hooks).toHaveLength(3);
    expect(new Set(hooks.map(({ body }) => body)).size).toBe(1);
  });

  it("reach an app that was not there yet, without the clock being turned", async () => {
    const { create } = await start({ app_port: 4243 });
    await create("1Z999AA10123456784");
    await new Promise((resolve) => setTimeout(resolve, 700));
    const hooks = await listener(4243);
    await expect.poll(() => hooks.length, { timeout: 30_000 }).toBe(1);
  });

  it("and the parcels survive a kill", async () => {
    const folder = mkdtempSync(join(tmpdir(), "postbond-carriers-"));
    ends.push(() => rmSync(folder, { recursive: true }));
    const first = await start({ app_port: 4244, store: openStore(folder, "carriers") });
    const { body } = await first.create("1Z999AA10123456784");
    await first.close();
    const hooks = await listener(4244);
    const second = await start({ app_port: 4244, store: openStore(folder, "carriers") });
    await second.clock.turnBy(4 * 24 * HOUR_MS);
    expect(await second.status(body.id)).toBe("delivered");
    expect(hooks.map(({ event }) => event.result.status)).toEqual([
      "pre_transit",
      "in_transit",
      "out_for_delivery",
      "delivered",
    ]);
  });
});

describe("the page", () => {
  it("moves a parcel along with a button", async () => {
    const { create, url, status } = await start();
    const { body } = await create("1Z999AA10123456784");
    expect(await (await fetch(url)).text()).toContain("1Z999AA10123456784");
    const form = new URLSearchParams({ status: "out_for_delivery" });
    const moved = await fetch(`${url}/parcels/${body.id}`, { method: "POST", body: form });
    expect(await moved.text()).toContain("Out for delivery");
    expect(await status(body.id)).toBe("out_for_delivery");
  });
});
