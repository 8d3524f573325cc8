/** Reads what a page says out of its markup. The pages are the platforms' own; what stands in them is a stranger's. */

import { readTags } from "./page-tags";
import { parsedJson } from "./parsed-json";

const UNSEEN = new Set(["script", "style", "noscript", "template"]);

export type PageHead = { title: string; canonical: string | null; meta: ReadonlyMap<string, string> };

/** A page whose end is missing says less than it would: what is not in it may stand in the rest. */
export function isWhole(html: string): boolean {
  return /<\/html\s*>/i.test(html);
}

/** What a page says of itself in its head. The first of several tags of one name counts; names are lower case. */
export function pageHead(html: string): PageHead {
  const meta = new Map<string, string>();
  let canonical: string | null = null;
  let title = "";
  let in_title = false;
  let has_title = false;
  readTags(html, {
    opened(name, attributes) {
      in_title = name === "title" && !has_title;
      if (name === "meta") {
        const key = (attributes.get("property") ?? attributes.get("name"))?.toLowerCase();
        if (key && !meta.has(key)) meta.set(key, (attributes.get("content") ?? "").trim());
      }
      if (name === "link" && attributes.get("rel")?.toLowerCase() === "canonical")
        canonical ??= attributes.get("href") ?? null;
    },
    text(text) {
      if (in_title) title += text;
    },
    closed(name) {
      if (name !== "title" || !in_title) return;
      in_title = false;
      has_title = true;
    },
  });
  return { title: title.trim(), canonical: canonical ?? meta.get("og:url") ?? null, meta };
}

export type PageBody = {
  /** What the page shows to people, in one line. */
  text: string;
  /** Where its links lead, as they stand in the page. */
  links: string[];
  /** The instants that it marks as such (`<time datetime>`). */
  instants: string[];
};

/** What a page shows to people. Script and style are left out. */
export function pageBody(html: string): PageBody {
  const words: string[] = [];
  const links: string[] = [];
  const instants: string[] = [];
  let unseen = 0;
  /** Words on both sides of a tag are two words; many tags between them part them no more. */
  const part = () => {
    if (words.at(-1) !== " ") words.push(" ");
  };
  readTags(html, {
    opened(name, attributes) {
      if (UNSEEN.has(name)) unseen++;
      const href = name === "a" && attributes.get("href");
      if (href) links.push(href);
      const instant = name === "time" && attributes.get("datetime");
      if (instant) instants.push(instant);
      part();
    },
    text(text) {
      if (unseen === 0) words.push(text);
    },
    closed(name) {
      if (UNSEEN.has(name) && unseen > 0) unseen--;
      part();
    },
  });
  return { text: words.join("").replace(/\s+/g, " ").trim(), links, instants };
}

/** The JSON inside the `<script>` with this id; null when there is none, or when it is not whole. */
export function scriptJson(html: string, id: string): unknown {
  let inside = false;
  let json = "";
  readTags(html, {
    opened(name, attributes) {
      inside = json === "" && name === "script" && attributes.get("id") === id;
    },
    text(text) {
      if (inside) json += text;
    },
    closed() {
      inside = false;
    },
  });
  return parsedJson(json);
}
