import { Link } from "@remix-run/react";
import commonTexts from "@/app/i18n/en/common";
import { useTexts } from "@/app/i18n/use-texts";
import { LogoMark } from "./logo";

export function Footer() {
  const t = useTexts(commonTexts);
  return (
    <footer className="mt-20 border-t border-line">
      <div className="container-page flex flex-col gap-4 py-8 text-sm text-ink-faint sm:flex-row sm:items-center sm:justify-between">
        <p className="flex items-center gap-3">
          <LogoMark className="size-6" />
          <span>{t("footer.line")}</span>
        </p>
        <nav aria-label={t("nav.footer")} className="-mx-2 flex flex-wrap gap-x-1">
          <Link to="/offers" className="flex min-h-11 items-center px-2 hover:text-ink">
            {t("nav.offers")}
          </Link>
          <Link to="/#how" className="flex min-h-11 items-center px-2 hover:text-ink">
            {t("nav.how")}
          </Link>
          <Link to="/books" className="flex min-h-11 items-center px-2 hover:text-ink">
            {t("nav.open_books")}
          </Link>
        </nav>
      </div>
    </footer>
  );
}
