/** How every list is read: page by page, each page beginning after the last row of the one before. */
import { isRealInstant } from "./real-time";

/**
 * The last row seen. `key` is what the list is sorted by (an ISO instant, an amount, a code) and `id` decides between equal
 * keys, so that no row is shown twice or left out while rows are added.
 */
export type Cursor = { key: string; id: string };
export type Page<Row> = { rows: Row[]; next: Cursor | null };

export const PAGE_SIZE = 50;

/** Reads one page. `read` is asked for one row more than the page has: that there is one is what `next` says. */
export async function pageOf<Row>(
  read: (limit: number) => PromiseLike<Row[]>,
  size: number,
  cursorAt: (row: Row) => Cursor,
): Promise<Page<Row>> {
  const found = await read(size + 1);
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return { rows, next: found.length > size && last ? cursorAt(last) : null };
}

const SEPARATOR = "~";

/** As it is written in an address. */
export function cursorText(next: Cursor | null): string | null {
  return next && next.key + SEPARATOR + next.id;
}

/** The cursor in an address. Anything that is no cursor of the list begins the list anew. */
export function cursorOf(
  search: URLSearchParams,
  {
    parameter = "after",
    isKey = isRealInstant,
  }: { parameter?: string; isKey?: (key: string) => boolean } = {},
): Cursor | null {
  const [key = "", id = "", ...rest] = (search.get(parameter) ?? "").split(SEPARATOR);
  return id && rest.length === 0 && isKey(key) ? { key, id } : null;
}
