/**
 * Browse: GET /offers on the built server, over HTTP.
 *
 * Bare limit: a Node http server (bare-browse.tsx) that sends the very statement of the page, prepared, through postgres.js and renders the very
 * same cards with React's renderToString; the frame around the cards is a constant string there. Nothing that shows these cards from
 * this database in React can do less. What ours does beyond it: the router and its loaders, the session and the language, the frame and
 * the filter form in React, the page's data for the browser, security headers and their nonce, the request's log line.
 *
 * Before anything is timed, both answer every page and their lists of cards must be the same to the byte.
 */

import { fileURLToPath } from "node:url";
import { Pool } from "undici";
import { type BrowseFilter, browseOffers, browseQuery } from "@/app/domain/discovery/browse-offers";
import { one, required } from "@/app/lib/one";
import type { Cursor } from "@/app/lib/page";
import { db } from "@/db/client";
import { startChild, TYPESCRIPT } from "@/scripts/postbond/child";
import type { BarePage, BareSetup } from "./bare-browse";
import { WORKERS, workFor } from "./load";
import { type Compared, compare } from "./pairs";
import type { Place } from "./place";

type View = { name: string; address: string; filter: BrowseFilter; after: Cursor | null };

const PAGE_SIZE = 20;
/** The list of cards, however it is styled: from the first card to the last. */
const LIST = /<ul[^>]*><li[^>]*><article\b.*<\/article><\/li><\/ul>/s;
const PLAIN = { "accept-encoding": "identity", "accept-language": "en" };

export async function benchBrowse(
  place: Place,
  plan: { pairs: number; seconds: number },
): Promise<Compared[]> {
  const views = await chooseViews();
  const app = new Pool(place.app_url, { connections: WORKERS });
  const pages = await Promise.all(views.map((view) => bareVersion(app, view)));
  const bare = await startBare({ database_url: place.database_url, pages });
  const found: Compared[] = [];
  try {
    for (const { name, address } of views) {
      await assertSameCards(app, bare.pool, address);
      const comparison = {
        name,
        unit: "pages",
        bare_limit:
          "the same statement through postgres.js, the same cards through renderToString, node:http",
        ours: () => workFor(plan.seconds, () => read(app, address)),
        bare: () => workFor(plan.seconds, () => read(bare.pool, address)),
      };
      found.push(await compare(comparison, plan.pairs));
    }
  } finally {
    await Promise.all([app.close(), bare.pool.close()]);
    await bare.stop();
  }
  return found;
}

async function chooseViews(): Promise<View[]> {
  const narrow: BrowseFilter = { channel: "youtube", country: "DE", sort: "newest" };
  const words: BrowseFilter = { text: "lantern", sort: "newest" };
  const newest: BrowseFilter = { sort: "newest" };
  const deep = await cursorNearEnd(newest);
  const after = encodeURIComponent(`${deep.key}~${deep.id}`);
  return [
    { name: "browse, first page", address: "/offers", filter: newest, after: null },
    {
      name: "browse, channel and country",
      address: "/offers?channel=youtube&country=DE",
      filter: narrow,
      after: null,
    },
    { name: "browse, words", address: "/offers?text=lantern", filter: words, after: null },
    { name: "browse, deep cursor", address: `/offers?after=${after}`, filter: newest, after: deep },
  ];
}

/** The cursor of a page that nine tenths of all offers come before. */
async function cursorNearEnd(filter: BrowseFilter): Promise<Cursor> {
  const total = await db.$count(browseQuery(db, filter, null, Number.MAX_SAFE_INTEGER).as("all_live"));
  const before = await browseQuery(db, filter, null, PAGE_SIZE).offset(Math.floor(total * 0.9));
  const last = required(before.at(-1), "the next of before");
  return { key: required(last.live_at, "the live at").toISOString(), id: last.id };
}

async function bareVersion(app: Pool, { address, filter, after }: View): Promise<BarePage> {
  const { sql: text, params } = browseQuery(db, filter, after, PAGE_SIZE + 1).toSQL();
  const { offers } = await browseOffers(db, filter, after);
  const html = await read(app, address);
  const list = LIST.exec(html);
  if (!list || offers.length < PAGE_SIZE) throw new Error(`${address} does not show a full page of offers`);
  return {
    address,
    text,
    params: params as BarePage["params"],
    columns: Object.keys(one(offers, "the first of offers")),
    before: html.slice(0, list.index),
    after: html.slice(list.index + list[0].length),
  };
}

async function read(pool: Pool, path: string): Promise<string> {
  const { statusCode, body } = await pool.request({ path, method: "GET", headers: PLAIN });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`GET ${path} answered ${statusCode}`);
  return text;
}

async function assertSameCards(app: Pool, bare: Pool, address: string): Promise<void> {
  const [ours, theirs] = await Promise.all([read(app, address), read(bare, address)]);
  if (LIST.exec(ours)?.[0] !== LIST.exec(theirs)?.[0])
    throw new Error(`${address}: the bare server shows other cards than the app, so their times say nothing`);
}

async function startBare(setup: BareSetup): Promise<{ pool: Pool; stop: () => Promise<void> }> {
  const child = startChild({
    file: fileURLToPath(new URL("./bare-browse.tsx", import.meta.url)),
    env: { ...process.env, NODE_ENV: "production" },
    node_options: TYPESCRIPT,
    output: "inherit",
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.process.once("message", (message) => resolve(Number(message)));
    void child.ended.then((code) => reject(new Error(`The bare server ended with ${code}`)));
    child.process.send(setup);
  });
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: WORKERS });
  return { pool, stop: child.stop };
}
