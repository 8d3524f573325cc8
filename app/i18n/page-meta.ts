/** Titles and descriptions of pages, in the page's language. */
import type { MetaDescriptor } from "@remix-run/node";
import type { Namespace, TFunction } from "i18next";
import { anyInstance, instanceFor } from "./instance";
import { isLocale } from "./locales";

type Match = { id: string; data?: unknown };

/** The words for a route's `meta`, whose `matches` hold what root's loader found out. */
export function metaT<Ns extends Namespace>(matches: readonly unknown[], ns: Ns): TFunction<Ns> {
  const root = (matches as readonly Match[]).find(({ id }) => id === "root")?.data as { locale?: unknown };
  const instance = isLocale(root?.locale) ? instanceFor(root.locale) : anyInstance();
  return instance.getFixedT(null, ns) as TFunction<Ns>;
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
