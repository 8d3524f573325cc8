/** Titles and descriptions of pages, in the page's language. */
import type { MetaDescriptor } from "@remix-run/node";
import { DEFAULT_LOCALE, isLocale, localeOfTag } from "./locales";
import { type Translator, translator } from "./texts";
import type { Texts } from "./translations";

type Match = { id: string; data?: unknown };

/** The words for a route's `meta`, whose `matches` hold what root's loader found out. */
export function metaT<T extends Texts>(matches: readonly unknown[], texts: T): Translator<T> {
  const root = (matches as readonly Match[]).find(({ id }) => id === "root")?.data as { locale?: unknown };
  return translator(texts, isLocale(root?.locale) ? root.locale : localeWithoutRoot());
}

/** Where the root loader has failed, a browser still has the document's language. */
function localeWithoutRoot() {
  return (
    (typeof document === "undefined" ? null : localeOfTag(document.documentElement.lang)) ?? DEFAULT_LOCALE
  );
}

/** What a public page tells search engines and link previews. `title` goes without the product's name. */
export function publicMeta(title: string, description: string, image?: string): MetaDescriptor[] {
  const full = `${title} · Postbond`;
  return [
    { title: full },
    { name: "description", content: description },
    { property: "og:title", content: full },
    { property: "og:description", content: description },
    { property: "og:type", content: "website" },
    ...(image ? [{ property: "og:image", content: image }] : []),
  ];
}
