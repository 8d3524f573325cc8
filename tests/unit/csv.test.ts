/** The bytes of a file that leaves the books: what a spreadsheet makes of them, and what it must never run. */

import { describe, expect, test } from "vitest";
import { allPages, csvAnswer, csvText, decimal, type Sheet } from "@/app/lib/csv";
import { required } from "@/app/lib/one";

type Row = { name: string; minor: number; at: Date };
const SHEET: Sheet<Row> = {
  heads: ["name", "amount", "amount_minor", "at"],
  cells: ({ name, minor, at }) => [name, decimal(minor, "USD"), minor, at],
};
const AT = new Date("2026-11-23T09:31:00.000Z");
const row = (name: string, minor = 1_250): Row => ({ name, minor, at: AT });

async function textOf(rows: Row[]): Promise<string> {
  let text = "";
  for await (const piece of csvText(SHEET, pagesOf([rows]))) text += piece;
  return text;
}
async function* pagesOf(pages: Row[][]) {
  yield* pages;
}
/** The cells of the only row below the heads, as the file has them. */
const lineOf = async (name: string, minor?: number) =>
  required((await textOf([row(name, minor)])).slice(1).split("\r\n")[1], "the second line");

describe("a file", () => {
  test("begins with the mark that tells Excel of UTF-8, ends its lines as RFC 4180 says, and keeps Chinese", async () => {
    const answer = csvAnswer("books", SHEET, pagesOf([[row("深圳市星光灯具有限公司")]]));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes.slice(3))).toBe(
      "name,amount,amount_minor,at\r\n深圳市星光灯具有限公司,12.50,1250,2026-11-23T09:31:00.000Z\r\n",
    );
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="books.csv"');
    expect(answer.headers.get("cache-control")).toContain("no-store");
  });

  test.each([
    ['Lamps "for all", Ltd', '"Lamps ""for all"", Ltd"'],
    ["two\nlines", '"two\nlines"'],
    ["two\r\nlines", '"two\r\nlines"'],
    [" plain ", " plain "],
  ])("holds %j in one cell", async (name, cell) => {
    expect(await textOf([row(name)])).toContain(`\r\n${cell},12.50,`);
  });

  test.each(["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1"])(
    "never runs %j",
    async (name) => {
      expect((await lineOf(name)).replace(/^"/, "")).toMatch(/^'/);
    },
  );

  test("quotes a formula that holds quotes and commas, apostrophe first", async () => {
    expect(await lineOf('=HYPERLINK("http://evil","x")')).toMatch(
      /^"'=HYPERLINK\(""http:\/\/evil"",""x""\)",12\.50/,
    );
  });

  test("keeps figures figures, below zero too", async () => {
    expect(await lineOf("x", -1_250)).toBe("x,-12.50,-1250,2026-11-23T09:31:00.000Z");
  });

  test("has its heads when there is nothing below them", async () => {
    expect(await textOf([])).toBe("\uFEFFname,amount,amount_minor,at\r\n");
  });
});

describe("a decimal", () => {
  test.each([
    [1_250, "USD", "12.50"],
    [5, "USD", "0.05"],
    [0, "USD", "0.00"],
    [-5, "USD", "-0.05"],
    [1_200, "JPY", "1200"],
    [125, "KWD", "0.125"],
    [Number.MAX_SAFE_INTEGER, "USD", "90071992547409.91"],
  ])("%i of %s is %s", (minor, currency, text) => {
    expect(decimal(minor, currency).text).toBe(text);
  });
});

describe("a long list", () => {
  test("is read only as fast as it is taken, and not further once nobody takes it", async () => {
    let read = 0;
    const pages = allPages<Row, number>(async (after) => {
      read++;
      return { rows: [row(`page ${after ?? 0}`)], next: (after ?? 0) + 1 };
    });
    const reader = required(csvAnswer("long", SHEET, pages).body, "body").getReader();
    for (let taken = 0; taken < 5; taken++) await reader.read();
    expect(read).toBeLessThanOrEqual(6);
    await reader.cancel();
    const before = read;
    await new Promise(setImmediate); // whatever a cancelled reader had still begun is over
    expect(read).toBe(before);
  });

  test("holds every page once", async () => {
    const pages = allPages<Row, number>(async (after) => ({
      rows: [row(`page ${after ?? 0}`)],
      next: (after ?? 0) < 3 ? (after ?? 0) + 1 : null,
    }));
    let text = "";
    for await (const piece of csvText(SHEET, pages)) text += piece;
    expect(text.match(/page \d/g)).toEqual(["page 0", "page 1", "page 2", "page 3"]);
  });
});
