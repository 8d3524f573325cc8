/** Browser stories against a whole Postbond that `npm start` brings up on ports and a data folder of its own. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { freePort } from "./db/embedded/free-port";
import { findChromium } from "./scripts/checks/chromium";
import { addressesFrom, PORT_NAMES } from "./tests/setup/e2e-addresses";

/** The runner reads this file once, each of its workers again; they find what the first reading chose. */
if (!process.env.E2E_DATA) {
  const data = mkdtempSync(join(tmpdir(), "postbond-e2e-"));
  chmodSync(data, 0o711); // a run as root hands PostgreSQL to `nobody`, who must get in
  process.env.E2E_DATA = data;
  process.on("exit", () => rmSync(data, { recursive: true, force: true }));
  for (const name of PORT_NAMES) process.env[`E2E_${name}`] ??= String(await freePort("127.0.0.1"));
  process.env.CHROMIUM_PATH = await findChromium();
}

const ports = Object.fromEntries(PORT_NAMES.map((name) => [name, process.env[`E2E_${name}`] as string]));
const { app } = addressesFrom(process.env);

/** Whatever this machine's shell and `.env` say: a story shall never reach a real Stripe. Empty settings count as none. */
const settings = readFileSync(new URL(".env.example", import.meta.url), "utf8").matchAll(/^([A-Z_]+)=/gm);
const nothingGiven = Object.fromEntries([...settings].map(([, name]) => [name, ""]));

/** Chromium refuses to run as root in its own sandbox, and shall not look for anything outside. */
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-dev-shm-usage",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/setup/e2e-nights.ts",
  outputDir: "test-results/e2e",
  // One market, one clock: a story that turns it would surprise another that runs beside it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 420_000, // ms: a story lives through weeks
  expect: { timeout: 15_000 }, // ms
  use: {
    baseURL: app,
    actionTimeout: 20_000, // ms
    locale: "en-US",
    timezoneId: "UTC",
    // A trace records every step of every story, for which a machine of two cores has no time; it is for whoever looks for a failure.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: FLAGS },
  },
  webServer: {
    command: "node scripts/start.mjs",
    url: `${app}/healthz`,
    env: {
      ...nothingGiven,
      ...ports,
      HOST: "127.0.0.1",
      POSTBOND_DATA: process.env.E2E_DATA,
      // The people of a story are the market's first: nobody else's deadlines come up while it turns the clock.
      POSTBOND_DEMO: "no",
      LOG_LEVEL: "warn",
    },
    timeout: 600_000, // ms: the first start installs, builds and fills
    stdout: "pipe",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
});
