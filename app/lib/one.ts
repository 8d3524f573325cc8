/** The only row of a query that cannot come back empty: an insert, an aggregate, a row that a foreign key says is there. */

/** @throws Error that says `what` is missing: a bug, nothing that a person can cause */
export function one<Row>(rows: readonly Row[], what: string): Row {
  const [row] = rows;
  if (row === undefined) throw new Error(`Missing: ${what}`);
  return row;
}
