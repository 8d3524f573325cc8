/** Tabs that are addresses: each can be opened, kept and gone back to, and needs no script. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { cx } from "./class-names";

export type Tab = { to: string; label: ReactNode; current: boolean; count?: number };

export function LinkTabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-6">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              preventScrollReset
              aria-current={tab.current ? "page" : undefined}
              className={cx(
                "flex min-h-11 items-center gap-2 border-b-2 pb-0.5 text-sm font-semibold whitespace-nowrap",
                tab.current ? "border-primary text-ink" : "border-transparent text-ink-soft hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span data-figures className="rounded-full bg-sunken px-2 text-xs text-ink-soft">
                  {tab.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
