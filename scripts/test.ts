/** Runs every check there is, one after the other and to the end, and adds up what they found. */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { findChromium } from "./checks/chromium";
import { add, type Counts, none, playwrightCounts, summary, vitestCounts } from "./checks/counts";

const require = createRequire(import.meta.url);
const REPORTS = "test-results/reports";
const FOLDERS = ["unit", "integration", "model", "scenarios", "simulation"];
const PARTS = ["lint", "types", "directions", "build", ...FOLDERS, "e2e"];

/** Runs a JavaScript file with this Node, showing what it writes. Resolves with its exit code. */
function node(file: string, parameters: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, [file, ...parameters], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** The executable file of an installed package, whatever its exports hide. */
function bin(name: string, path: string): string {
  return join(require.resolve(`${name}/package.json`), "..", path);
}

/** A check without tests of its own counts only when it fails. */
async function check(title: string, run: () => Promise<number>): Promise<Counts> {
  console.log(`\n── ${title}`);
  try {
    if ((await run()) === 0) return none;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  console.error(`${title}: failed`);
  return { ...none, failed: 1 };
}

async function vitest(folders: string[]): Promise<Counts> {
  console.log(`\n── tests: ${folders.join(", ")}`);
  const report = join(REPORTS, "vitest.json");
  const filters = folders.map((folder) => `tests/${folder}/`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await node(bin("vitest", "vitest.mjs"), ["run", ...reporters, ...filters]);
  return vitestCounts(report, code);
}

async function playwright(): Promise<Counts> {
  console.log("\n── browser stories");
  const report = join(REPORTS, "playwright.json");
  try {
    const env = { CHROMIUM_PATH: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const code = await node(bin("@playwright/test", "cli.js"), ["test", "--reporter=list,json"], env);
    return playwrightCounts(report, code);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { ...none, failed: 1 };
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !PARTS.includes(part));
if (unknown.length) {
  console.error(`There is no part ${unknown.join(", ")}; there are: ${PARTS.join(", ")}.`);
  process.exit(2);
}
const wanted = (part: string) => asked.length === 0 || asked.includes(part);

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const runTs = (file: string) => () => node("scripts/run.mjs", [file]);
const folders = FOLDERS.filter(wanted);
const steps: Array<[boolean, () => Promise<Counts>]> = [
  [
    wanted("lint"),
    () => check("format and lint", () => node(bin("@biomejs/biome", "bin/biome"), ["check", "."])),
  ],
  [wanted("types"), () => check("types", () => node(bin("typescript", "bin/tsc"), ["--noEmit"]))],
  [wanted("directions"), () => check("directions", runTs("scripts/check-directions.ts"))],
  [wanted("build"), () => check("build", runTs("scripts/build.ts"))],
  [folders.length > 0, () => vitest(folders)],
  [wanted("e2e"), playwright],
];
let total = none;
for (const [run, step] of steps) if (run) total = add(total, await step());

console.log(`\n${summary(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
