/** What cannot be missing unless there is a bug, and says in words what was when there is. */

/**
 * The only row of a query that cannot come back empty: an insert, an aggregate, a row that a foreign key says is there.
 *
 * @throws Error that names `what` is missing
 */
export function one<Row>(rows: readonly Row[], what: string): Row {
  return required(rows[0], what);
}

/** A value that the state of its row, or the place in a list, says is there. @throws Error that names `what` is missing */
export function required<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`Missing: ${what}`);
  return value;
}
