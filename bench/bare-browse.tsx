/** The bare limit of the browse page, as a process: one statement, the cards in React, a constant frame. See browse.ts. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import { renderToString } from "react-dom/server";
import type { OfferCard as Row } from "@/app/domain/discovery/browse-offers";
import "@/app/i18n/languages";
import { offerCardData } from "@/app/ui/offer-card";
import { OfferCards } from "@/app/ui/offer-cards";
import { GivenPageFacts } from "@/app/ui/page-facts";
import { RequestInfoContext } from "@/app/ui/request-info";

export type BarePage = {
  address: string;
  /** the statement that the app sends for this page, with its parameters and the names of its columns in their order */
  text: string;
  params: Array<string | number>;
  columns: string[];
  /** the app's own page around the list of cards */
  before: string;
  after: string;
};
export type BareSetup = { database_url: string; pages: BarePage[] };

const PAGE_SIZE = 20;
const INFO = { locale: "en", theme: "system", motion: "system", nonce: "", request_id: "" } as const;
const FACTS = { now: new Date(0).toISOString(), time_zone: "UTC" };

function rowOf(columns: string[], values: unknown[]): Row {
  // postgres.js gives a bigint as text; Drizzle makes the same number of it.
  const pairs = columns.map((name, at) => [name, name.endsWith("_minor") ? Number(values[at]) : values[at]]);
  return Object.fromEntries(pairs) as Row;
}

function cardsOf(rows: Row[]): string {
  return renderToString(
    <RequestInfoContext.Provider value={INFO}>
      <GivenPageFacts facts={FACTS}>
        <OfferCards offers={rows.map(offerCardData)} />
      </GivenPageFacts>
    </RequestInfoContext.Provider>,
  );
}

function serve({ database_url, pages }: BareSetup): void {
  const sql = postgres(database_url, { max: 10, onnotice: () => {} });
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  const answer = async ({ text, params, columns, before, after }: BarePage): Promise<string> => {
    const rows = await sql.unsafe(text, params, { prepare: true }).values();
    return before + cardsOf(rows.slice(0, PAGE_SIZE).map((values) => rowOf(columns, values))) + after;
  };
  const server = createServer(async (request, response) => {
    const page = byAddress.get(request.url ?? "");
    if (!page) return response.writeHead(404).end();
    const html = await answer(page);
    response
      .writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-length": Buffer.byteLength(html),
      })
      .end(html);
  });
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
}

process.once("message", (setup) => serve(setup as BareSetup));
process.once("disconnect", () => process.exit(0));
