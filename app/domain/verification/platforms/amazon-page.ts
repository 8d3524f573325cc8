/** What Amazon's pages say of a post and a storefront: whose it is, which products it shows, when it was made. */
import { sameHandle } from "../../creator/handle";
import { canonicalise } from "../canonical-url";
import { readProductLink } from "../links/amazon";
import { NO_REACH, type SeenPost } from "../platform";
import { pageBody, pageHead } from "./page-text";

/** A calendar day, of which nobody says in which time zone it was: 14 hours ahead of UTC to 12 behind. */
const DAY_SPAN_MS = (24 + 14 + 12) * 3_600_000;
const AHEAD_MS = 14 * 3_600_000;
const ORIGIN = "https://www.amazon.com";
/** The path of a storefront, with the name by which it is known. */
const SHOP = /^\/(?:[\w-]{1,12}\/[\w-]{2,5}\/)?shop\/([\w.-]{2,60})\/?$/i;
const MONTHS =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const DATE = new RegExp(String.raw`\b${MONTHS} \d{1,2}, 20\d\d\b`, "g");

/** Null when the page does not say which post it shows, or of which storefront: a person has to look then. */
export function readPost(html: string): SeenPost | null {
  const { canonical, title, meta } = pageHead(html);
  const reading = canonical ? canonicalise(canonical) : null;
  if (!reading || !("post_id" in reading) || reading.platform !== "amazon") return null;
  const { text, links, instants } = pageBody(html);
  const addresses = addressesOf(links);
  const owners = new Set(addresses.flatMap((address) => shopIn(address) ?? []));
  const owner = reading.handle ?? (owners.size === 1 ? ([...owners][0] as string) : null);
  // A page that shows several storefronts does not say whose post it is.
  if (!owner || (owners.size > 0 && ![...owners].some((name) => sameHandle(name, owner)))) return null;
  const shown = [...new Set(addresses.flatMap(({ href }) => readProductLink(href)?.asin ?? []))];
  return {
    post_id: reading.post_id,
    author_id: null,
    author_handle: owner,
    coauthor_handles: [],
    ...publishedAt(instants, text),
    title: meta.get("og:title") ?? title,
    // The products stand beside the words, as links; the number is what a check of the product looks for.
    text: textOf(meta.get("og:description"), shown),
    length_seconds: null,
    paid_label: /#CommissionsEarned|Earns commissions/i.test(text) || null,
    reach: NO_REACH,
  };
}

function textOf(description: string | undefined, asins: readonly string[]): string | null {
  if (description === undefined) return null;
  return [description, ...asins.map((asin) => `${ORIGIN}/dp/${asin}`)].join("\n").trim();
}

export function readStorefront(html: string): { handle: string; about: string } | null {
  const { canonical, meta } = pageHead(html);
  const [address] = addressesOf(canonical ? [canonical] : []);
  const handle = address ? shopIn(address) : null;
  // The introduction alone: what stands under the storefront's products may be other people's words.
  return handle ? { handle, about: meta.get("description") ?? "" } : null;
}

export function saysNotFound(html: string): boolean {
  return /couldn(?:'|&#0?39;|&#x27;|’)t find that page|not a functioning page on our site/i.test(html);
}

/** Each once: a page may repeat a link a hundred thousand times. */
function addressesOf(links: readonly string[]): URL[] {
  return [...new Set(links)].flatMap((link) => (URL.canParse(link, ORIGIN) ? [new URL(link, ORIGIN)] : []));
}

function shopIn({ pathname }: URL): string | null {
  return SHOP.exec(pathname)?.[1] ?? null;
}

/** The only instant that the page marks, else the only day that it names; where there are more, nobody knows which is the post's. */
function publishedAt(
  instants: readonly string[],
  text: string,
): Pick<SeenPost, "published_at" | "published_within_ms"> {
  const marked = [...new Set(instants)];
  const only = Date.parse(marked[0] ?? "");
  // A mark without a time of day is a day.
  if (marked.length === 1 && marked[0]?.includes(":") && !Number.isNaN(only))
    return { published_at: new Date(only), published_within_ms: 0 };
  const days = [...new Set([...text.matchAll(DATE)].map(([day]) => day))];
  const day = days.length === 1 ? Date.parse(`${days[0]} 00:00:00 UTC`) : Number.NaN;
  return Number.isNaN(day)
    ? { published_at: null, published_within_ms: 0 }
    : { published_at: new Date(day - AHEAD_MS), published_within_ms: DAY_SPAN_MS };
}
