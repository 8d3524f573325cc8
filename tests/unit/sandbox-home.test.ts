import { afterEach, describe, expect, it } from "vitest";
import { clockOffset, followClock, now, setClockOffset } from "@/app/lib/clock";
import { PortTaken, serve } from "@/sandbox/frame/serve";
import { type Sandbox, startSandbox } from "@/sandbox/main";

const DAY_MS = 86_400_000;
const NOWHERE = "http://127.0.0.1:9";

/** An environment that leaves nothing but the home page, with its clock, to the sandbox. */
const ONLY_HOME = {
  SANDBOX_PORT: "0",
  APP_URL: NOWHERE,
  STRIPE_API_BASE: NOWHERE,
  INNGEST_DEV: NOWHERE,
  RESEND_BASE_URL: NOWHERE,
  EASYPOST_BASE_URL: NOWHERE,
  YOUTUBE_WEB_BASE: NOWHERE,
  TIKTOK_WEB_BASE: NOWHERE,
  INSTAGRAM_WEB_BASE: NOWHERE,
  AMAZON_WEB_BASE: NOWHERE,
};

let sandbox: Sandbox | undefined;
async function start(
  env: Record<string, string | undefined> = {},
): Promise<{ sandbox: Sandbox; home: string }> {
  sandbox = await startSandbox({ env: { ...ONLY_HOME, ...env } });
  return { sandbox, home: sandbox.urls.home ?? "" };
}
afterEach(async () => {
  await sandbox?.close();
  sandbox = undefined;
  setClockOffset(0);
});

const control = (home: string, body: unknown) =>
  fetch(`${home}/control/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

describe("startSandbox", () => {
  it("starts only what is left to it, and names its address", async () => {
    const { sandbox, home } = await start();
    expect(Object.keys(sandbox.urls)).toEqual(["home"]);
    expect(sandbox.app_env.CLOCK_URL).toBe(home);
    expect(await (await fetch(home)).text()).toContain("The outside world, on this machine");
  });

  it("says which port is taken and what to do", async () => {
    const taken = await serve({ name: "another program", port: 0, fetch: () => new Response() });
    const starting = startSandbox({ env: { ...ONLY_HOME, SANDBOX_PORT: String(taken.port) } });
    await expect(starting).rejects.toThrow(PortTaken);
    await expect(starting).rejects.toThrow(`Port ${taken.port}, wanted for home, is already in use`);
    await expect(starting).rejects.toThrow("SANDBOX_PORT");
    await taken.close();
  });

  it("leaves nothing listening behind", async () => {
    const { sandbox, home } = await start();
    const poll = fetch(`${home}/clock?after=0`).catch(() => undefined);
    await sandbox.close();
    await poll;
    await expect(fetch(home)).rejects.toThrow();
  });
});

describe("the clock over the wire", () => {
  it("turns by a span, to an instant and to what is due next", async () => {
    const { sandbox, home } = await start();
    const began_ms = Date.now();
    const by = (await (await control(home, { advance_ms: DAY_MS })).json()) as {
      offset_ms: number;
      version: number;
    };
    expect(by.version).toBe(1);
    expect(by.offset_ms).toBeGreaterThan(DAY_MS - 5_000);
    const to = new Date(began_ms + 3 * DAY_MS);
    await control(home, { to: to.toISOString() });
    expect(Math.abs(sandbox.clock.now().getTime() - to.getTime())).toBeLessThan(5_000);
    let fired = false;
    sandbox.clock.at(new Date(began_ms + 5 * DAY_MS), () => {
      fired = true;
    });
    await control(home, { to: "next" });
    expect(fired).toBe(true);
    expect(sandbox.clock.now().getTime()).toBeLessThan(began_ms + 5 * DAY_MS + 5_000);
  });

  it("refuses what it does not understand", async () => {
    const { home } = await start();
    expect((await control(home, { to: "yesterday" })).status).toBe(400);
    expect((await control(home, { advance_ms: -5 })).status).toBe(400);
  });

  it.each([{ STRIPE_SECRET_KEY: "sk_live_51abc" }, { CLOCK_URL: NOWHERE }])(
    "cannot be turned beside %o",
    async (env) => {
      const { home } = await start(env);
      expect((await control(home, { advance_ms: DAY_MS })).status).toBe(403);
      const form = await fetch(`${home}/clock`, { method: "POST", body: new URLSearchParams({ by: "day" }) });
      expect(form.status).toBe(403);
      expect(await (await fetch(home)).text()).not.toContain("Turn forward a day");
    },
  );

  it("is followed: the app knows the new time before anything wakes", async () => {
    const { sandbox, home } = await start();
    const following = new AbortController();
    await followClock(home, following.signal);
    const known: number[] = [];
    for (const day of [1, 2, 3])
      sandbox.clock.at(new Date(sandbox.clock.now().getTime() + day * DAY_MS), () => {
        known.push(clockOffset() - sandbox.clock.state().offset_ms);
      });
    await control(home, { advance_ms: 4 * DAY_MS });
    expect(known).toEqual([0, 0, 0]);
    expect(now().getTime() - Date.now()).toBeGreaterThan(4 * DAY_MS - 5_000);
    following.abort();
  });

  it("waits for the app's outbox", async () => {
    let pending = 1;
    const app = await serve({ name: "an app", port: 0, fetch: () => Response.json({ outbox: { pending } }) });
    const { home } = await start({ APP_URL: app.url });
    setTimeout(() => {
      pending = 0;
    }, 300);
    const started_ms = Date.now();
    await control(home, { advance_ms: DAY_MS });
    expect(Date.now() - started_ms).toBeGreaterThanOrEqual(290);
    await app.close();
  });

  it("is turned from the page", async () => {
    const { sandbox, home } = await start();
    const answer = await fetch(`${home}/clock`, {
      method: "POST",
      body: new URLSearchParams({ by: "week" }),
      redirect: "manual",
    });
    expect(answer.status).toBe(303);
    expect(sandbox.clock.state().offset_ms).toBeGreaterThan(7 * DAY_MS - 5_000);
  });
});
