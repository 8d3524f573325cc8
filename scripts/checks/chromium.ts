/** Finds a Chromium for the browser tests, or brings one. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** The shell without a desktop comes first: it does the same work in three quarters of the time. */
const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/**
 * The path of a Chromium: CHROMIUM_PATH, the distribution's, Playwright's own, else installed from the distribution (as root, on
 * Debian's kin), else the one that ships inside npm.
 *
 * @throws with what to do when there is none to be had
 */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH=${given} does not exist.`);
  const { chromium } = await import("@playwright/test");
  const found = [given, ...PLACES, chromium.executablePath()].find((path) => path && existsSync(path));
  if (found) return found;
  const installed = installFromDistribution();
  if (installed) return installed;
  console.log("Unpacking the Chromium that ships inside npm …");
  const { default: packed } = await import("@sparticuz/chromium");
  const path = await packed.executablePath();
  const works = spawnSync(path, ["--version", "--no-sandbox"], { stdio: "ignore" }).status === 0;
  if (works) return path;
  throw new Error("There is no Chromium for the browser tests: install one and set CHROMIUM_PATH to it.");
}

function installFromDistribution(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  console.log("Installing Chromium from the distribution (only this once) …");
  const apt = (...parameters: string[]) =>
    spawnSync("apt-get", parameters, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  apt("update", "-qq");
  // The fonts are for the pages in Chinese.
  const install = (...packages: string[]) =>
    apt("install", "-y", "-qq", "--no-install-recommends", ...packages, "fonts-noto-cjk");
  if (!install("chromium-headless-shell")) install("chromium");
  return PLACES.find((path) => existsSync(path));
}
