/** Where one is in a list of the books that runs from the newest to the oldest. */

/** `at` is an ISO instant. */
export type BookCursor = { at: string; id: string };
export type BookPage<Row> = { rows: Row[]; next: BookCursor | null };

/** Cuts what was read (one row more than the page has) to its page. */
export function pageOf<Row extends { id: string }>(
  rows: Row[],
  limit: number,
  atOf: (row: Row) => Date,
): BookPage<Row> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page,
    next: rows.length > limit && last ? { at: atOf(last).toISOString(), id: last.id } : null,
  };
}
