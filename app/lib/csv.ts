/**
 * Lists as files for spreadsheets: RFC 4180 in UTF-8, with the mark that lets Excel read Chinese, sent page by page. What people typed can
 * never run as a formula: a cell that begins like one gets an apostrophe in front; figures are ours and stay figures.
 */
import { stringify } from "csv-stringify/sync";
import { decimalsOf } from "./money";

/** Figures that may begin with a minus sign and are still no formula. */
class Figure {
  constructor(readonly text: string) {}
}

export type Cell = string | number | boolean | Date | Figure | null | undefined;
/** The heads of the columns, and one row of cells for each thing of a page. */
export type Sheet<Row> = { heads: readonly string[]; cells: (row: Row) => readonly Cell[] };

/** `minor` units as a decimal with the currency's own places and a point, whatever the reader's language: "-12.50", "1200", "0.125". */
export function decimal(minor: number, currency: string): Figure {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const sign = minor < 0 ? "-" : "";
  if (decimals === 0) return new Figure(sign + digits);
  return new Figure(`${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`);
}

const FORM = {
  record_delimiter: "\r\n",
  escape_formulas: true,
  // A line feed by itself breaks a record for most readers, though it is not how our own records end.
  quote_record_delimiter: true,
  cast: {
    date: (at: Date) => at.toISOString(),
    boolean: (value: boolean) => String(value),
    object: (figure: unknown) => ({ value: (figure as Figure).text, escape_formulas: false }),
  },
} as const;

const BOM = "\uFEFF";

/**
 * The file as an answer. `pages` is asked for the next page only when the reader has taken the last one, so a list of any length needs the
 * room of one page. `name` is the file's name without its ending, in letters that every system knows.
 */
export function csvAnswer<Row>(
  name: string,
  sheet: Sheet<Row>,
  pages: AsyncIterable<readonly Row[]>,
): Response {
  const encoder = new TextEncoder();
  const source = csvText(sheet, pages);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await source.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** The file's text, piece by piece. */
export async function* csvText<Row>(
  { heads, cells }: Sheet<Row>,
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string, void, undefined> {
  yield BOM + stringify([[...heads]], FORM);
  for await (const page of pages)
    if (page.length > 0)
      yield stringify(
        page.map((row) => [...cells(row)]),
        FORM,
      );
}

/** Every page of a list that is read by cursor. */
export async function* allPages<Row, Cursor>(
  read: (after: Cursor | null) => Promise<{ rows: readonly Row[]; next: Cursor | null }>,
): AsyncGenerator<readonly Row[], void, undefined> {
  let after: Cursor | null = null;
  do {
    const page: { rows: readonly Row[]; next: Cursor | null } = await read(after);
    yield page.rows;
    after = page.next;
  } while (after !== null);
}
