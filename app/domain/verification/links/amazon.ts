/** Amazon: posts of a storefront, and product pages, which a brief may ask to be linked. */
import { type LinkReader, type LinkReading, NOT_A_POST, pathOf } from "../link";

export const AMAZON_SHORT_HOSTS: ReadonlySet<string> = new Set(["amzn.to", "a.co", "amzn.eu", "amzn.asia"]);
const DOMAINS = [
  "com",
  "ca",
  "com.mx",
  "com.br",
  "co.uk",
  "de",
  "fr",
  "it",
  "es",
  "nl",
  "se",
  "pl",
  "com.be",
  "com.tr",
  "ae",
  "sa",
  "in",
  "co.jp",
  "com.au",
  "sg",
  "cn",
];
const PREFIXES = ["", "www.", "m.", "smile."];
/** The ways to a product's page, with or without its name before them; behind each the ASIN. */
const PRODUCT =
  /\/(?:dp|gp\/product(?:\/glance)?|gp\/aw\/d|gp\/offer-listing|exec\/obidos\/asin|o\/asin)\/([a-z0-9]{10})\//i;
const POST_ID = /^[\w.-]{6,120}$/;

export const AMAZON_HOSTS: ReadonlySet<string> = new Set(
  DOMAINS.flatMap((domain) => PREFIXES.map((prefix) => `${prefix}amazon.${domain}`)),
);

export const amazon: LinkReader = {
  hosts: new Set([...AMAZON_HOSTS, ...AMAZON_SHORT_HOSTS]),
  read(url) {
    if (AMAZON_SHORT_HOSTS.has(url.hostname)) {
      const path = pathOf(url).join("/");
      return /^[\w/-]{4,40}$/.test(path)
        ? { needs_resolving: "amazon", url: `https://${url.hostname}/${path}` }
        : NOT_A_POST;
    }
    return readPost(`www.amazon.${marketplaceOf(url.hostname)}`, withoutLanguage(pathOf(url)));
  },
};

function readPost(host: string, parts: string[]): LinkReading {
  const [first = "", second = "", third = "", fourth = ""] = parts;
  const post = (post_id: string, path: string): LinkReading =>
    POST_ID.test(post_id)
      ? { platform: "amazon", post_id, canonical_url: `https://${host}/${path}` }
      : NOT_A_POST;
  // A storefront's own page is a profile; a list, photo or video in it is a post.
  if (
    first === "shop" &&
    second &&
    (third === "list" || third === "photo" || third === "video" || third === "post") &&
    fourth
  )
    return post(fourth, `shop/${second}/${third}/${fourth}`);
  if (first === "shop" && second && third.startsWith("amzn1.")) return post(third, `shop/${second}/${third}`);
  if (first === "live" && second === "video" && third) return post(third, `live/video/${third}`);
  if (first === "vdp" && second) return post(second, `vdp/${second}`);
  return NOT_A_POST;
}

/** `/-/en/…` and `/-/zh/…` only choose the language of the page. */
function withoutLanguage(parts: string[]): string[] {
  return parts[0] === "-" ? parts.slice(2) : parts;
}

function marketplaceOf(hostname: string): string {
  return hostname.slice(hostname.indexOf("amazon.") + "amazon.".length);
}

/** The product a link leads to, as marketplace host and ASIN; null when it is no product page. Pure. */
export function readProductLink(text: string): { host: string; asin: string } | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!AMAZON_HOSTS.has(url.hostname)) return null;
  const asin = PRODUCT.exec(`/${withoutLanguage(pathOf(url)).join("/")}/`)?.[1]?.toUpperCase();
  return asin ? { host: `www.amazon.${marketplaceOf(url.hostname)}`, asin } : null;
}
