/** What stands on a paper, in words and figures that are ready to be printed: every paper has the same parts. */

export type BillingDocument = {
  /** BCP 47 tag of the language it is written in. */
  language: string;
  /** What it is: "Invoice". */
  title: string;
  /** Beside the title: a number, a month. */
  subtitle: string;
  from: Party;
  to: Party;
  /** Labels and values below the parties. */
  facts: ReadonlyArray<readonly [string, string]>;
  columns: readonly Column[];
  rows: ReadonlyArray<Row>;
  /** Said where there are no rows. */
  empty: string;
  /** Labels and amounts below the table; the last one is the sum of all. */
  totals: ReadonlyArray<readonly [string, string]>;
  notes: readonly string[];
  /** "Page 1 of 3" */
  page: (page: number, pages: number) => string;
};

export type Party = { label: string; name: string; lines: readonly string[] };
/** `width` in points; a column without one takes what is left. */
export type Column = { head: string; width?: number; align?: "end" };
/** One text for each column; `below` stands small under the first wide one. */
export type Row = { cells: readonly string[]; below?: string; strong?: boolean };
