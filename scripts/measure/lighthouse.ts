/**
 * `npm run measure:lighthouse [-- --url http://127.0.0.1:3000]`: Lighthouse's four scores, as on a phone, for the pages that strangers
 * come to first. Fails below the limits.
 */
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { findChromium } from "../checks/chromium";
import { onMarket, quick } from "./market";
import { publicPages } from "./pages";

const MEASURED = quick ? ["/offers"] : ["/", "/offers", "/offers/:id", "/creators/:handle"];
const MIN = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 } as const;
type Category = keyof typeof MIN;
const CATEGORIES = Object.keys(MIN) as Category[];
const LIMITED = quick ? CATEGORIES.filter((name) => name !== "performance") : CATEGORIES;
/** A machine that does other work besides disturbs single runs: the median counts. */
const RUNS = quick ? 1 : 3;
const DEBUGGING_PORT = 9_333;

type Run = Record<Category | "LCP s" | "CLS" | "TBT ms", number>;

async function run(url: string): Promise<Run> {
  const result = await lighthouse(url, { port: DEBUGGING_PORT, output: "json", logLevel: "error" });
  if (!result) throw new Error(`Lighthouse says nothing about ${url}`);
  const { categories, audits } = result.lhr;
  const scores = CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]);
  return {
    ...(Object.fromEntries(scores) as Record<Category, number>),
    "LCP s": Number(((audits["largest-contentful-paint"]?.numericValue ?? 0) / 1_000).toFixed(2)),
    CLS: Number((audits["cumulative-layout-shift"]?.numericValue ?? 0).toFixed(3)),
    "TBT ms": Math.round(audits["total-blocking-time"]?.numericValue ?? 0),
  };
}

async function medianRun(url: string): Promise<Run> {
  const runs: Run[] = [];
  for (let count = 0; count < RUNS; count++) runs.push(await run(url));
  const [median] = runs.sort((a, b) => a.performance - b.performance).slice(Math.floor(RUNS / 2));
  if (!median) throw new Error("No run was made.");
  return median;
}

const measured = await onMarket(async (app_url) => {
  const flags = [
    `--remote-debugging-port=${DEBUGGING_PORT}`,
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
  const browser = await chromium.launch({ executablePath: await findChromium(), args: flags });
  try {
    const page = await browser.newPage({ baseURL: app_url });
    const pages = (await publicPages(page)).filter(({ name }) => MEASURED.includes(name));
    await page.close();
    const runs: [string, Run][] = [];
    for (const { name, path } of pages) runs.push([name, await medianRun(app_url + path)]);
    return runs;
  } finally {
    await browser.close();
  }
});

console.table(Object.fromEntries(measured));
const below = measured.flatMap(([name, scores]) =>
  LIMITED.filter((category) => scores[category] < MIN[category]).map(
    (category) => `${name}: ${category} ${scores[category]}, at least ${MIN[category]} is asked for`,
  ),
);
for (const line of below) console.error(line);
process.exitCode = below.length > 0 ? 1 : 0;
