/** The bar at the top: where one is, where one can go, who one is. */

import { Link, NavLink } from "@remix-run/react";
import { ChevronDown, Languages, LogOut, Settings, SunMoon } from "lucide-react";
import commonTexts from "@/app/i18n/en/common";
import { useTexts } from "@/app/i18n/use-texts";
import { Avatar } from "../avatar";
import { LinkButton } from "../button";
import { cx } from "../class-names";
import { MENU_ITEM_CLASS, Menu, MenuGroup } from "../menu";
import { Logo } from "./logo";
import { NAV_ITEMS, type NavItem } from "./nav-items";
import { AppearanceChoices, LanguageChoices } from "./preferences";
import type { RootData } from "./root-data";

type User = NonNullable<RootData["user"]>;

export function Header({ user }: { user: User | null }) {
  const t = useTexts(commonTexts);
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-paper/92 backdrop-blur-md">
      {/* Large type may need a second row. */}
      <div className="container-page flex min-h-16 flex-wrap items-center gap-x-2 sm:gap-x-5">
        <Link to="/" aria-label={t("name")} className="flex items-center rounded-md py-2">
          <Logo className="max-[23rem]:text-[0px]" />
        </Link>
        <nav
          aria-label={t("nav.main")}
          className={cx("hidden flex-1 flex-wrap items-center gap-1", user ? "lg:flex" : "md:flex")}
        >
          {user ? (
            NAV_ITEMS[user.role].map((item) => <HeaderLink key={item.to} item={item} />)
          ) : (
            <>
              <PlainLink to="/offers">{t("nav.offers")}</PlainLink>
              <PlainLink to="/#how">{t("nav.how")}</PlainLink>
            </>
          )}
        </nav>
        <div className="ml-auto flex flex-wrap items-center justify-end gap-1">
          <Menu label={t("footer.language")} trigger={<Languages aria-hidden className="size-5" />}>
            <LanguageChoices />
            {user ? null : (
              <div className="border-t border-line sm:hidden">
                <AppearanceChoices />
              </div>
            )}
          </Menu>
          {/* A stranger's phone has no room for it beside the ways in; it stands with the languages there. */}
          <span className={cx(!user && "max-sm:hidden")}>
            <Menu label={t("footer.appearance")} trigger={<SunMoon aria-hidden className="size-5" />}>
              <AppearanceChoices />
            </Menu>
          </span>
          {user ? <AccountMenu user={user} /> : <PublicActions />}
        </div>
      </div>
    </header>
  );
}

function PublicActions() {
  const t = useTexts(commonTexts);
  return (
    <>
      <LinkButton
        to="/sign-in"
        variant="quiet"
        size="sm"
        className="min-h-11! px-2.5 whitespace-nowrap sm:px-3"
      >
        {t("nav.sign_in")}
      </LinkButton>
      <LinkButton to="/sign-up" variant="primary" size="sm" className="whitespace-nowrap max-[22rem]:hidden">
        {t("nav.sign_up")}
      </LinkButton>
    </>
  );
}

function AccountMenu({ user }: { user: User }) {
  const t = useTexts(commonTexts);
  return (
    <Menu
      label={`${t("nav.account")}: ${user.name}`}
      trigger={
        <>
          <Avatar name={user.name} size="sm" />
          <ChevronDown aria-hidden className="hidden size-4 sm:block" />
        </>
      }
    >
      <div className="px-3 py-2">
        <p className="truncate font-semibold">{user.name}</p>
        <p className="truncate text-sm text-ink-faint">{user.email}</p>
      </div>
      <MenuGroup>
        {NAV_ITEMS[user.role].map(({ to, text, icon: Icon }) => (
          <Link key={to} to={to} className={cx(MENU_ITEM_CLASS, "lg:hidden")}>
            <Icon aria-hidden className="size-4.5 text-ink-faint" />
            {t(`nav.${text}` as "nav.offers")}
          </Link>
        ))}
        <Link to="/account" className={MENU_ITEM_CLASS}>
          <Settings aria-hidden className="size-4.5 text-ink-faint" />
          {t("nav.account")}
        </Link>
      </MenuGroup>
      <MenuGroup>
        <form method="post" action="/sign-out">
          <button type="submit" className={MENU_ITEM_CLASS}>
            <LogOut aria-hidden className="size-4.5 text-ink-faint" />
            {t("nav.sign_out")}
          </button>
        </form>
      </MenuGroup>
    </Menu>
  );
}

const LINK = "rounded-md px-3 py-2 text-sm font-medium whitespace-nowrap transition-colors";

function HeaderLink({ item }: { item: NavItem }) {
  const t = useTexts(commonTexts);
  return (
    <NavLink
      to={item.to}
      end={item.end}
      prefetch="intent"
      className={({ isActive }) =>
        cx(LINK, isActive ? "bg-primary-soft text-primary" : "text-ink-soft hover:bg-sunken hover:text-ink")
      }
    >
      {t(`nav.${item.text}` as "nav.offers")}
    </NavLink>
  );
}

function PlainLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className={cx(LINK, "text-ink-soft hover:bg-sunken hover:text-ink")}>
      {children}
    </Link>
  );
}
