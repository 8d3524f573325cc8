/** From a paper to the bytes of its PDF: who it is from and for, a table whose head is repeated, sums, notes, the number of each page. */
import { required } from "@/app/lib/one";
import type { BillingDocument, Column, Party, Row } from "./document";
import { INK, LINE, Sheet, SOFT, WIDTH } from "./sheet";

const GAP = 12;
const PADDING = 3.6;
const SUMS_WIDTH = 290;
const FACTS_IN_A_LINE = 3;
const NOTES_WIDTH = WIDTH * 0.8;
const SMALL = { size: 8, color: SOFT };

export async function printDocument(document: BillingDocument): Promise<Buffer> {
  const name = `${document.title} ${document.subtitle}`;
  const sheet = new Sheet({ title: name, author: document.from.name, language: document.language });
  setHead(sheet, document);
  setParties(sheet, [document.to, document.from]);
  setFacts(sheet, document.facts);
  setTable(sheet, document);
  setEnd(sheet, document);
  return sheet.finish((page, pages) => [`${document.from.name} · ${name}`, document.page(page, pages)]);
}

/** @param file name without its ending, `postbond-invoice-PB-2026-000123` */
export async function pdfResponse(document: BillingDocument, file: string): Promise<Response> {
  const bytes = await printDocument(document);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${file}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}

function setHead(sheet: Sheet, { title, subtitle }: BillingDocument): void {
  const height = sheet.set(title, 0, WIDTH * 0.6, { size: 20, strong: true });
  sheet.set(
    subtitle,
    WIDTH * 0.6,
    WIDTH * 0.4,
    { size: 11, color: SOFT, align: "right" },
    sheet.y + height - 20,
  );
  sheet.y += height + 18;
}

function setParties(sheet: Sheet, parties: readonly Party[]): void {
  const width = (WIDTH - 28) / 2;
  const heights = parties.map(({ label, name, lines }, place) => {
    const x = place * (width + 28);
    let y = sheet.y + sheet.set(label, x, width, SMALL) + 1;
    y += sheet.set(name, x, width, { strong: true }, y);
    for (const line of lines) y += sheet.set(line, x, width, {}, y);
    return y - sheet.y;
  });
  sheet.y += Math.max(...heights) + 16;
}

function setFacts(sheet: Sheet, facts: BillingDocument["facts"]): void {
  sheet.rule(LINE, 1);
  sheet.y += 10;
  const width = (WIDTH - GAP * (FACTS_IN_A_LINE - 1)) / FACTS_IN_A_LINE;
  for (let first = 0; first < facts.length; first += FACTS_IN_A_LINE) {
    const heights = facts.slice(first, first + FACTS_IN_A_LINE).map(([label, value], place) => {
      const x = place * (width + GAP);
      const above = sheet.set(label, x, width, SMALL) + 1;
      return above + sheet.set(value, x, width, {}, sheet.y + above);
    });
    sheet.y += Math.max(...heights) + 8;
  }
  sheet.y += 10;
}

function setTable(sheet: Sheet, { columns, rows, empty }: BillingDocument): void {
  const places = placesOf(columns);
  setTableHead(sheet, columns, places);
  for (const row of rows) setRow(sheet, row, columns, places);
  if (rows.length > 0) return;
  sheet.y += 12;
  sheet.y += sheet.set(empty, 0, WIDTH, { color: SOFT }) + 12;
}

type Place = { x: number; width: number };

/** Columns without a width share what the others leave. */
function placesOf(columns: readonly Column[]): Place[] {
  const given = columns.reduce((sum, { width = 0 }) => sum + width, GAP * (columns.length - 1));
  const open = columns.filter(({ width }) => width === undefined).length;
  let x = 0;
  return columns.map(({ width = (WIDTH - given) / open }) => {
    const place = { x, width };
    x += width + GAP;
    return place;
  });
}

const placeAt = (places: readonly Place[], at: number) => required(places[at], `a column ${at} for the cell`);

function setTableHead(sheet: Sheet, columns: readonly Column[], places: readonly Place[]): void {
  const heights = columns.map(({ head, align }, at) => {
    const { x, width } = placeAt(places, at);
    return sheet.set(head, x, width, { ...SMALL, align: align && "right" });
  });
  sheet.y += Math.max(...heights) + 4;
  sheet.rule(INK, 1);
}

/** A row stays whole; one that begins a page has the head above it. */
function setRow(sheet: Sheet, row: Row, columns: readonly Column[], places: readonly Place[]): void {
  const wide = columns.findIndex(({ width }) => width === undefined);
  const { x, width } = placeAt(places, wide);
  const text_height = Math.max(
    ...row.cells.map((text, at) => sheet.heightOf(text, placeAt(places, at).width, { strong: row.strong })),
  );
  const below_height = row.below ? sheet.heightOf(row.below, width, SMALL) : 0;
  if (sheet.ensureSpace(text_height + below_height + 2 * PADDING)) setTableHead(sheet, columns, places);
  sheet.y += PADDING;
  for (const [at, text] of row.cells.entries()) {
    const place = placeAt(places, at);
    sheet.set(text, place.x, place.width, { strong: row.strong, align: columns[at]?.align && "right" });
  }
  sheet.y += text_height;
  sheet.y += row.below ? sheet.set(row.below, x, width, SMALL) : 0;
  sheet.y += PADDING;
  sheet.rule();
}

/** The sums and what is said of them stay together; the last sum is what the paper is about. */
function setEnd(sheet: Sheet, { totals, notes }: BillingDocument): void {
  const notes_height = notes.reduce((sum, note) => sum + sheet.heightOf(note, NOTES_WIDTH, SMALL) + 4, 20);
  sheet.ensureSpace(totals.length * 16 + 30 + notes_height);
  sheet.y += 12;
  for (const [place, total] of totals.entries()) setTotal(sheet, total, place === totals.length - 1);
  sheet.y += 20;
  for (const note of notes) sheet.y += sheet.set(note, 0, NOTES_WIDTH, SMALL) + 4;
}

function setTotal(sheet: Sheet, [label, amount]: BillingDocument["totals"][number], last: boolean): void {
  const x = WIDTH - SUMS_WIDTH;
  const ink = last ? { size: 11, strong: true } : {};
  if (last) {
    sheet.y += 3;
    sheet.rule(INK, 1, x, SUMS_WIDTH);
    sheet.y += 6;
  }
  const height = sheet.set(label, x, SUMS_WIDTH - 110, ink);
  sheet.set(amount, WIDTH - 110, 110, { ...ink, align: "right" });
  sheet.y += height + 3;
}
