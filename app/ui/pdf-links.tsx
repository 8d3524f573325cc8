/** One paper, in each language that it is printed in. */
import { LOCALE_NAMES, LOCALES } from "@/app/i18n/locales";

/** @param href address of the paper, to which the language is added · @param name what the paper is, for whoever hears the page */
export function PdfLinks({ href, name }: { href: string; name: string }) {
  const join = href.includes("?") ? "&" : "?";
  return (
    <span className="inline-flex flex-wrap gap-x-5">
      {LOCALES.map((locale) => (
        <a
          key={locale}
          href={`${href}${join}lang=${locale}`}
          target="_blank"
          rel="noreferrer"
          hrefLang={locale}
          aria-label={`${name}, PDF, ${LOCALE_NAMES[locale]}`}
          className="inline-flex items-center py-1 underline underline-offset-4 pointer-coarse:min-h-11"
        >
          PDF · {LOCALE_NAMES[locale]}
        </a>
      ))}
    </span>
  );
}
