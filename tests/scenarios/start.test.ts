/** A whole Postbond as `npm start` brings it up: it survives the app's death, goes on after a restart, and leaves nothing behind. */

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { DAY_MS } from "@/app/lib/clock";
import { freePort } from "@/db/embedded/free-port";
import { isAlive } from "@/db/embedded/postmaster";
import { type BootOptions, bootPostbond, type Postbond } from "@/scripts/postbond/boot";
import { PATIENCE } from "../support/patience";

const BOOT_TIMEOUT_MS = 600_000; // the first one builds

let data: string;
let port: number;
let running: Postbond | undefined;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "postbond-start-"));
  chmodSync(data, 0o711);
  port = (await freePort("127.0.0.1")) as number;
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

async function boot(env: BootOptions["env"] = {}): Promise<Postbond> {
  running = await bootPostbond({
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      SANDBOX_PORT: "0",
      POSTBOND_DATA: data,
      LOG_LEVEL: "warn",
      ...env,
    },
    output: () => "ignore",
    demo: false,
  });
  return running;
}

const health = async ({ app_url }: Postbond) => (await fetch(`${app_url}/healthz`)).json();

async function query(postbond: Postbond, text: string) {
  const sql = postgres(postbond.env.DATABASE_URL as string, { max: 1 });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end();
  }
}

describe("a whole Postbond", () => {
  it(
    "comes up on an empty folder with every stand-in, and ends without a trace",
    async () => {
      const postbond = await boot();
      expect(Object.keys(postbond.sandbox_urls).sort()).toEqual(
        ["carriers", "home", "inngest", "mail", "social", "stripe"].sort(),
      );
      expect(await health(postbond)).toMatchObject({ ok: true });
      const { pid } = postbond.app;
      await postbond.stop();
      await vi.waitUntil(() => !isAlive(pid), PATIENCE);
      await expect(fetch(`${postbond.app_url}/healthz`)).rejects.toThrow();
      await expect(query(postbond, "select 1")).rejects.toThrow(/ECONNREFUSED/);
    },
    BOOT_TIMEOUT_MS,
  );

  it(
    "keeps sandbox, clock and database when the app alone is killed, and lets the app come back",
    async () => {
      const postbond = await boot();
      await fetch(`${postbond.sandbox_urls.home}/control/clock`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ advance_ms: 3 * DAY_MS }),
      });
      postbond.app.kill("SIGKILL");
      expect(await postbond.app.ended).toBe("SIGKILL");
      expect((await fetch(`${postbond.sandbox_urls.home}/clock?after=-1`)).ok).toBe(true);
      expect(await query(postbond, "select 1 as one")).toEqual([{ one: 1 }]);
      await postbond.startAppAgain();
      // The new process lives on the same day as the one that died.
      const { clock } = await health(postbond);
      expect(clock.offset_ms).toBeGreaterThan(2.9 * DAY_MS);
    },
    BOOT_TIMEOUT_MS,
  );

  it(
    "goes on where the last one stopped: the same day, the same rows",
    async () => {
      const first = await boot();
      await query(first, "create table if not exists kept (n int); insert into kept values (7)");
      await first.stop();
      const second = await boot();
      expect(await query(second, "select n from kept")).toEqual([{ n: 7 }]);
      expect((await health(second)).clock.offset_ms).toBeGreaterThan(2.9 * DAY_MS);
    },
    BOOT_TIMEOUT_MS,
  );

  it(
    "says which variable moves a port that is taken, and leaves nothing running",
    async () => {
      const holder = createServer().listen(0, "127.0.0.1");
      await vi.waitUntil(() => holder.listening, PATIENCE);
      const taken = String((holder.address() as AddressInfo).port);
      await expect(boot({ PORT: taken })).rejects.toThrow(/already in use.*set PORT to another port/);
      await expect(boot({ SANDBOX_MAIL_PORT: taken })).rejects.toThrow(
        /set SANDBOX_MAIL_PORT to another port/,
      );
      holder.close();
      await boot(); // the folder's lock and its database were given back
    },
    BOOT_TIMEOUT_MS,
  );

  it(
    "uses rails that are given and starts no stand-in for them",
    async () => {
      const heard: string[] = [];
      const other = createServer((request, response) => {
        heard.push(`${request.method} ${request.url}`);
        response.setHeader("content-type", "application/json").end('{"ids":["1"],"status":200}');
      }).listen(0, "127.0.0.1");
      await vi.waitUntil(() => other.listening, PATIENCE);
      const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
      const postbond = await boot({
        STRIPE_API_BASE: address,
        INNGEST_DEV: address,
        RESEND_BASE_URL: address,
      });
      expect(Object.keys(postbond.sandbox_urls).sort()).toEqual(["carriers", "home", "social"]);
      expect(postbond.env).toMatchObject({
        STRIPE_API_BASE: address,
        INNGEST_DEV: address,
        RESEND_BASE_URL: address,
      });
      await query(postbond, `insert into outbox (name, data) values ('test/heard', '{}')`);
      await vi.waitUntil(() => heard.some((line) => line.startsWith("POST /e/")), { timeout: 60_000 });
      other.close();
    },
    BOOT_TIMEOUT_MS,
  );
});
