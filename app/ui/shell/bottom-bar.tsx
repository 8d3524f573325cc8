/** The first four places of a role, within reach of a thumb. */

import { NavLink } from "@remix-run/react";
import type { UserRole } from "@/app/domain/account/vocabulary";
import commonTexts from "@/app/i18n/en/common";
import { useTexts } from "@/app/i18n/use-texts";
import { cx } from "../class-names";
import { NAV_ITEMS } from "./nav-items";

export function BottomBar({ user_role }: { user_role: UserRole }) {
  const t = useTexts(commonTexts);
  return (
    <nav
      aria-label={t("nav.menu")}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface/95 pb-[env(safe-area-inset-bottom)] backdrop-blur-md lg:hidden"
    >
      <ul className="flex">
        {NAV_ITEMS[user_role].slice(0, 4).map(({ to, text, icon: Icon, end }) => (
          <li key={to} className="min-w-0 flex-1">
            <NavLink
              to={to}
              end={end}
              className={({ isActive }) =>
                cx(
                  "flex h-15 flex-col items-center justify-center gap-0.5 px-1 text-xs font-medium",
                  isActive ? "text-primary" : "text-ink-faint",
                )
              }
            >
              <Icon aria-hidden className="size-5.5" />
              <span className="max-w-full truncate">{t(`nav.${text}` as "nav.offers")}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
