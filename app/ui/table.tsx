/**
 * Rows and columns; on a phone every row becomes a card whose cells carry their column's name. Give `empty` an `EmptyState` that says how
 * the table gets its first row.
 */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { cx } from "./class-names";

export type Column<Row> = {
  id: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the right, so that their places line up. */
  align?: "end";
  /** The column that names the row: on a phone it is the card's title, and it carries the row's link. */
  title?: boolean;
  /** Not worth its place on a phone. */
  hide_on_phone?: boolean;
};

type Props<Row> = {
  caption: string;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads. The whole row can be pressed; a screen reader hears one link, in the title cell. */
  href?: (row: Row) => string;
  empty?: ReactNode;
};

export function Table<Row>({ caption, columns, rows, rowKey, href, empty }: Props<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-surface shadow-sm">
      <table className="block w-full text-left text-sm md:table">
        <caption className="sr-only">{caption}</caption>
        <thead className="hidden border-b border-line bg-sunken/60 md:table-header-group">
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cx(
                  "px-4 py-2.5 text-xs font-semibold text-ink-soft first:pl-6 last:pr-6",
                  column.align && "text-right",
                )}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block divide-y divide-line md:table-row-group">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className={cx(
                "relative block px-4 py-3 md:table-row",
                href && "transition-colors hover:bg-sunken/50",
              )}
            >
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} href={href?.(row)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href: string | undefined }) {
  const content = column.cell(row);
  const Tag = column.title ? "th" : "td";
  return (
    <Tag
      scope={column.title ? "row" : undefined}
      className={cx(
        "justify-between gap-4 py-1 font-normal md:table-cell md:px-4 md:py-3.5 md:align-middle md:first:pl-6 md:last:pr-6",
        column.hide_on_phone ? "hidden" : "flex",
        column.title && "text-base font-semibold md:text-sm",
        column.align && "md:text-right",
      )}
    >
      {column.title ? null : <span className="text-ink-faint md:hidden">{column.head}</span>}
      {column.title && href ? (
        // The link's own box grows over the row, so that all of it can be pressed.
        <Link
          to={href}
          className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
        >
          {content}
        </Link>
      ) : (
        <span className={cx("min-w-0", column.title ? "" : "text-right md:[text-align:inherit]")}>
          {content}
        </span>
      )}
    </Tag>
  );
}
