/** Reads what a page says out of its markup. The pages are the platforms' own; what stands in them is a stranger's. */
import { Parser } from "htmlparser2";

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
  const parser = new Parser({
    onopentag(name, attributes) {
      in_title = name === "title" && !has_title;
      if (name === "meta") {
        const key = (attributes.property ?? attributes.name)?.toLowerCase();
        if (key && !meta.has(key)) meta.set(key, (attributes.content ?? "").trim());
      }
      if (name === "link" && attributes.rel?.toLowerCase() === "canonical")
        canonical ??= attributes.href ?? null;
    },
    ontext(text) {
      if (in_title) title += text;
    },
    onclosetag(name) {
      if (name !== "title") return;
      in_title = false;
      has_title = true;
    },
  });
  parser.end(html);
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
  const parser = new Parser({
    onopentag(name, attributes) {
      if (UNSEEN.has(name)) unseen++;
      if (name === "a" && attributes.href) links.push(attributes.href);
      if (name === "time" && attributes.datetime) instants.push(attributes.datetime);
      words.push(" ");
    },
    ontext(text) {
      if (unseen === 0) words.push(text);
    },
    onclosetag(name) {
      if (UNSEEN.has(name) && unseen > 0) unseen--;
      words.push(" ");
    },
  });
  parser.end(html);
  return { text: words.join("").replace(/\s+/g, " ").trim(), links, instants };
}

/** The JSON inside the `<script>` with this id; null when there is none, or when it is not whole. */
export function scriptJson(html: string, id: string): unknown {
  let inside = false;
  let json = "";
  const parser = new Parser({
    onopentag(name, attributes) {
      inside = json === "" && name === "script" && attributes.id === id;
    },
    ontext(text) {
      if (inside) json += text;
    },
    onclosetag() {
      inside = false;
    },
  });
  parser.end(html);
  try {
    return json ? JSON.parse(json) : null;
  } catch {
    return null;
  }
}
