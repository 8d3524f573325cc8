/** Names and values beside each other; a value too long for that goes below its name. Rows without a value are left out. */
import type { ReactNode } from "react";
import { cx } from "./class-names";

export type DataRow = { label: ReactNode; value: ReactNode; key?: string };

export function DataList({ rows, stacked = false }: { rows: readonly DataRow[]; stacked?: boolean }) {
  return (
    <dl className={cx("divide-y divide-line", stacked && "sm:grid sm:grid-cols-2 sm:gap-x-8")}>
      {rows.map(({ label, value, key }, index) =>
        value === null || value === undefined || value === "" ? null : (
          <div
            key={key ?? (typeof label === "string" ? label : index)}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2.5"
          >
            <dt className="text-sm text-ink-soft">{label}</dt>
            <dd className="min-w-0 font-medium break-words">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
