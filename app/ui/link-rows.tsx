/** Ways on, one below the other: each row is a link over its whole width, with a mark, a name and a few words. */
import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "./card";
import { cx } from "./class-names";

export type LinkRow = {
  key: string;
  /** Left out where there is nothing left to do: the row then only tells. */
  to?: string;
  icon?: ReactNode;
  label: ReactNode;
  hint?: ReactNode;
  /** At the end of the row: a badge, an amount. */
  end?: ReactNode;
};

export function LinkRows({ rows }: { rows: readonly LinkRow[] }) {
  return (
    <Card padded={false}>
      <ul className="divide-y divide-line">
        {rows.map(({ key, to, icon, label, hint, end }) => {
          const content = (
            <>
              {icon ? <span className="shrink-0 text-ink-faint">{icon}</span> : null}
              <span className="min-w-0 flex-1">
                <span className={cx("block font-semibold", !to && "text-ink-soft")}>{label}</span>
                {hint ? <span className="block text-sm text-ink-soft">{hint}</span> : null}
              </span>
              {end}
              {to ? <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-faint" /> : null}
            </>
          );
          const row = "flex min-h-14 items-center gap-4 px-5 py-3";
          return (
            <li key={key} className="group/row">
              {to ? (
                <Link
                  to={to}
                  prefetch="intent"
                  className={cx(
                    row,
                    "transition-colors group-first/row:rounded-t-xl group-last/row:rounded-b-xl hover:bg-sunken/60 focus-visible:-outline-offset-2",
                  )}
                >
                  {content}
                </Link>
              ) : (
                <div className={row}>{content}</div>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
