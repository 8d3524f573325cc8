/**
 * `npm run measure:weight [-- --url http://127.0.0.1:3000]`: the bytes of script that a first visit to a page transfers, as they come
 * over the wire (Brotli). Fails above the limits.
 */
import { type Browser, chromium, type Page } from "@playwright/test";
import { findChromium } from "../checks/chromium";
import { onMarket } from "./market";
import { type Address, brandPages, publicPages, signInAsBrand } from "./pages";

const PUBLIC_KB_MAX = 115;
const SIGNED_IN_KB_MAX = 160;

type Weighed = Address & { files: number; script_bytes: number; max_kb: number };

async function weigh(page: Page, address: Address, max_kb: number): Promise<Weighed> {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (new URL(request.url()).pathname.endsWith(".js"))
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  const response = await page.goto(address.path, { waitUntil: "networkidle" });
  if (!response?.ok()) throw new Error(`${address.path} answers ${response?.status()}`);
  const bytes = await Promise.all(sizes);
  return {
    ...address,
    files: bytes.length,
    script_bytes: bytes.reduce((sum, size) => sum + size, 0),
    max_kb,
  };
}

/** Each page with an empty cache: its visitor has seen no other one. */
async function weighAll(browser: Browser, baseURL: string): Promise<Weighed[]> {
  const guide = await browser.newContext({ baseURL });
  const page = await guide.newPage();
  const open = await publicPages(page);
  await signInAsBrand(page);
  const own = await brandPages(page);
  const storageState = await guide.storageState();
  const weighed: Weighed[] = [];
  for (const [addresses, state, max_kb] of [
    [open, undefined, PUBLIC_KB_MAX],
    [own, storageState, SIGNED_IN_KB_MAX],
  ] as const)
    for (const address of addresses) {
      const context = await browser.newContext({ baseURL, ...(state && { storageState: state }) });
      weighed.push(await weigh(await context.newPage(), address, max_kb));
      await context.close();
    }
  return weighed;
}

const weighed = await onMarket(async (app_url) => {
  const flags = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: await findChromium(), args: flags });
  try {
    return await weighAll(browser, app_url);
  } finally {
    await browser.close();
  }
});

const kb = (bytes: number) => (bytes / 1_000).toFixed(1);
console.table(
  Object.fromEntries(
    weighed.map(({ name, files, script_bytes, max_kb }) => [
      name,
      { files, "script kB": kb(script_bytes), max: max_kb },
    ]),
  ),
);
const heavy = weighed.filter(({ script_bytes, max_kb }) => script_bytes > max_kb * 1_000);
for (const { name, script_bytes, max_kb } of heavy)
  console.error(`${name} transfers ${kb(script_bytes)} kB of script; ${max_kb} kB are the limit.`);
process.exitCode = heavy.length > 0 ? 1 : 0;
