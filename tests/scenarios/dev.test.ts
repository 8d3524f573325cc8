/** `npm run dev` shows what is saved, without a build and without a restart; a change of the server itself starts it again. */

import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { freePort } from "@/db/embedded/free-port";
// @ts-expect-error plain JavaScript: it runs before TypeScript is installed
import { isInstalled } from "@/scripts/install.mjs";
import { holderOf } from "@/scripts/postbond/data-lock";
import { jsonCall } from "../setup/world";
import { follow, type NpmRun, plainEnv } from "../support/npm";

/** What a start does not read, or makes itself. */
const NOT_COPIED = new Set(["node_modules", ".git", ".data", "build", "test-results", "tests", "bench"]);
const PATIENCE = { timeout: 120_000, interval: 100 }; // ms

let copy: string;
let address: string;
let started: NpmRun;

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), "postbond-dev-"));
  chmodSync(copy, 0o711); // a run as root hands PostgreSQL to `nobody`, who must get in
  // Files are changed there: never those of the tree that other tests read.
  for (const name of readdirSync(".").filter((one) => !NOT_COPIED.has(one)))
    cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"));
  // Else the start would install, through the link, what this very run is loaded from.
  if (!isInstalled(copy)) throw new Error("node_modules is not what package-lock.json asks for: run npm ci");
  const port = String(await freePort("127.0.0.1"));
  address = `http://127.0.0.1:${port}`;
  const env = { PORT: port, SANDBOX_PORT: "0", POSTBOND_DEMO: "no" };
  started = follow(
    spawn("npm", ["run", "--silent", "dev"], { cwd: copy, env: plainEnv(env), stdio: "pipe" }),
  );
  await started.until(/Postbond is ready/);
});
afterAll(async () => {
  const holder = holderOf(join(copy, ".data"));
  if (holder) process.kill(holder, "SIGTERM");
  await started.ended;
  rmSync(copy, { recursive: true, force: true });
});

function edit(file: string, from: string, to: string): void {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
  writeFileSync(path, text.replaceAll(from, to));
}

const page = async (path: string) => {
  const answer = await fetch(`${address}${path}`);
  return {
    status: answer.status,
    policy: answer.headers.get("content-security-policy") ?? "",
    html: await answer.text(),
  };
};

it("gives a browser the texts of its language, each file at its own address", async () => {
  const texts = await (await fetch(`${address}/app/i18n/en/offers/browse.ts`)).text();
  // The module that chooses a language imports this one: in its place it would import itself.
  expect(texts).toContain("Open offers");
  expect(texts).not.toContain("document.documentElement.lang");
});

it("serves pages under the policy of production, which allows its own socket besides", async () => {
  const { status, policy, html } = await page("/offers");
  expect(status).toBe(200);
  expect(policy).toContain(`connect-src 'self' ${address.replace("http", "ws")};`);
  expect(policy).toMatch(/script-src 'self' 'nonce-/);
  expect(policy).not.toContain("unsafe-eval");
  expect(html).toContain("Open offers");
  const client = await fetch(`${address}/@vite/client`);
  expect(client.status).toBe(200);
});

it("shows a component's new text, and a text of the language files, once they are saved", async () => {
  edit("app/ui/button.tsx", "{children}", "{children} (edited)");
  await vi.waitUntil(async () => (await page("/sign-in")).html.includes("(edited)"), PATIENCE);
  edit("app/i18n/en/offers/browse.ts", "Open offers", "Offers that are open");
  await vi.waitUntil(async () => (await page("/offers")).html.includes("Offers that are open"), PATIENCE);
  expect(started.printed()).not.toContain("starting it again");
});

it("runs jobs", async () => {
  const [home, inngest] = ["home", "inngest"].map(
    (name) => new RegExp(`${name}\\s+(http\\S+)`).exec(started.printed())?.[1],
  );
  await jsonCall(`${home}/control/clock`, "POST", { advance_ms: 6 * 60_000 });
  const runs = await jsonCall<Array<{ status: string }>>(`${inngest}/control/runs?function=sweep`, "GET");
  expect(runs.length).toBeGreaterThan(0);
  expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(["completed"]));
});

it("starts again when the server itself changes", async () => {
  edit("server/run.ts", "Postbond listens", "Postbond listens again");
  await started.until(/starting it again/);
  await started.until(/Postbond listens again/);
  await vi.waitUntil(async () => (await page("/offers").catch(() => undefined))?.status === 200, PATIENCE);
});
