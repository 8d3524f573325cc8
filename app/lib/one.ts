/** The row that must be there. */

/** @throws Error that says `what` was missing: a bug, as whoever asks knows that it exists */
export function one<T>(rows: readonly T[], what: string): T {
  const [row] = rows;
  if (row === undefined) throw new Error(`${what} is missing`);
  return row;
}
