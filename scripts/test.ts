/**
 * Runs every check there is to the end and adds up what they found. The build comes first, because scenarios and browser stories start what
 * it made; then the tests, the browser stories and the static checks run side by side: most tests wait for other processes.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { add, type Counts, none, playwrightCounts, readReport, summary, vitestCounts } from "./checks/counts";
import { bin, node, type Outcome } from "./checks/process";
import { playwrightFiles, slowest, type Timed, vitestFiles } from "./checks/slowest";

const REPORTS = "test-results/reports";
const KINDS = ["unit", "integration", "model", "scenarios", "simulation"];
const PARTS = ["lint", "types", "directions", "build", ...KINDS, "e2e"];
const MAX_SHOWN = 10;
/** Stories in a browser have time-outs of seconds; other tests can wait. */
const BESIDE_STORIES = 5;

const times: Array<{ title: string; took_s: number }> = [];
const files: Timed[] = [];

const tool = (file: string, parameters: string[]) => () => node(file, parameters);
const CHECKS: Array<{ part: string; title: string; run: () => Promise<Outcome> }> = [
  { part: "lint", title: "format and lint", run: tool(bin("@biomejs/biome", "bin/biome"), ["check", "."]) },
  {
    part: "directions",
    title: "directions",
    run: tool("scripts/run.mjs", ["scripts/check-directions.ts"]),
  },
  { part: "types", title: "types", run: tool(bin("typescript", "bin/tsc"), ["--noEmit"]) },
  {
    part: "types",
    title: "types of the sandbox by itself",
    run: tool(bin("typescript", "bin/tsc"), ["--noEmit", "-p", "sandbox/tsconfig.json"]),
  },
];
const BUILD = { title: "build", run: tool("scripts/run.mjs", ["scripts/build.ts"]) };

/** Runs `work` and keeps how long it took; one that throws counts as a failure. */
async function timed(title: string, work: () => Promise<Counts>): Promise<Counts> {
  const started = performance.now();
  try {
    return await work();
  } catch (error) {
    console.error(`\n── ${title}\n${error instanceof Error ? error.message : error}`);
    return { ...none, failed: 1 };
  } finally {
    times.push({ title, took_s: (performance.now() - started) / 1_000 });
  }
}

/** A check without tests of its own counts only when it fails. Shown whole once it is over, so that nothing runs through it. */
function check({ title, run }: { title: string; run: () => Promise<Outcome> }): Promise<Counts> {
  return timed(title, async () => {
    const { code, output } = await run();
    console.log(`\n── ${title}\n${output.trimEnd()}`);
    if (code === 0) return none;
    console.error(`${title}: failed`);
    return { ...none, failed: 1 };
  });
}

async function checks(): Promise<Counts> {
  let total = none;
  for (const one of CHECKS) if (wanted(one.part)) total = add(total, await check(one));
  return total;
}

function vitest(kinds: string[]): Promise<Counts> {
  return timed(`tests: ${kinds.join(", ")}`, async () => {
    const report = join(REPORTS, "vitest.json");
    const projects = kinds.map((kind) => `--project=${kind}`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const nice = wanted("e2e") ? BESIDE_STORIES : 0;
    const { code } = await node(bin("vitest", "vitest.mjs"), ["run", ...projects, ...reporters], {
      live: true,
      nice,
    });
    const told = readReport<Parameters<typeof vitestFiles>[0]>(report);
    if (told) files.push(...vitestFiles(told, process.cwd()));
    return vitestCounts(report, code);
  });
}

/** What Postbond itself wrote meanwhile helps to understand a failure, and nothing else. */
function withoutServer(output: string): string {
  const lines = output.trimEnd().split("\n");
  return lines.filter((line) => !stripVTControlCharacters(line).startsWith("[WebServer]")).join("\n");
}

function playwright(): Promise<Counts> {
  return timed("browser stories", async () => {
    const report = join(REPORTS, "playwright.json");
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const { code, output } = await node(bin("@playwright/test", "cli.js"), ["test", "--reporter=list,json"], {
      env,
    });
    console.log(`\n── browser stories\n${code === 0 ? withoutServer(output) : output.trimEnd()}`);
    const told = readReport<Parameters<typeof playwrightFiles>[0]>(report);
    if (told) files.push(...playwrightFiles(told));
    return playwrightCounts(report, code);
  });
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
const kinds = KINDS.filter(wanted);
const built = wanted("build") ? await check(BUILD) : none;
const found = await Promise.all([
  checks(),
  kinds.length ? vitest(kinds) : none,
  wanted("e2e") ? playwright() : none,
]);
const total = found.reduce(add, built);

if (files.length) console.log(`\nThe slowest files:\n${slowest(files, MAX_SHOWN).join("\n")}`);
console.log(
  `\n${times.map(({ title, took_s }) => `${took_s.toFixed(1).padStart(7)} s  ${title}`).join("\n")}`,
);
console.log(`\n${summary(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
