/** Amazon: posts of a storefront, and product pages, which a brief may ask to be linked. */
import { beforeTail, type LinkReader, type LinkReading, NOT_A_POST, type PostKind, pathOf } from "../link";

export const AMAZON_SHORT_HOSTS: ReadonlySet<string> = new Set([
  "amzn.to",
  "a.co",
  "amzn.eu",
  "amzn.asia",
  "amzn.in",
  "amzn.com",
  "link.amazon",
]);
const DOMAINS = [
  "com",
  "ca",
  "com.mx",
  "com.br",
  "co.uk",
  "ie",
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
  "eg",
  "co.za",
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
/** A dot at its end would be the sentence's. */
const POST_ID = /^[\w.-]{5,119}[\w-]$/;
const VIDEO_PREFIX = "amzn1.vse.video.";
/** A video's number, with or without the kind of thing that it numbers. */
const VIDEO_ID = /^(?:amzn1\.vse\.video\.)?([\da-f]{32})$/i;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const NAME = /^[\p{L}\p{M}\p{N}._-]{1,60}$/u;
const IN_STOREFRONT = new Set<string>(["list", "photo", "video", "post"] satisfies PostKind[]);

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
  if (first === "shop") return readStorefront(`${host}/shop`, second, third, fourth);
  if (first === "vdp") return post(`${host}/vdp/`, second, "video");
  if (first === "live" && (second === "video" || second === "broadcast"))
    return post(`${host}/live/${second}/`, third, "live");
  return NOT_A_POST;
}

/** A storefront's own page is a profile; a list, photo or video in it is a post. */
function readStorefront(above: string, typed: string, folder: string, part: string): LinkReading {
  const name = typed.normalize("NFC");
  if (!NAME.test(name)) return NOT_A_POST;
  const page = `${above}/${encodeURIComponent(name)}/`;
  const handle = name.toLowerCase();
  if (IN_STOREFRONT.has(folder)) return post(`${page}${folder}/`, part, folder as PostKind, handle);
  if (!folder.startsWith("amzn1.")) return NOT_A_POST;
  return VIDEO_ID.test(beforeTail(folder))
    ? post(`${page}${VIDEO_PREFIX}`, folder, "video", handle)
    : post(page, folder, "post", handle);
}

function post(above: string, part: string, kind: PostKind, handle: string | null = null): LinkReading {
  const typed = beforeTail(part);
  if (!POST_ID.test(typed)) return NOT_A_POST;
  const number = VIDEO_ID.exec(typed)?.[1] ?? (UUID.test(typed) ? typed : null);
  const post_id = number?.toLowerCase() ?? typed;
  return { platform: "amazon", kind, post_id, canonical_url: `https://${above}${post_id}`, handle };
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
  const path = withoutLanguage(url.pathname.split("/").filter(Boolean)).join("/");
  const asin = PRODUCT.exec(`/${path}/`)?.[1]?.toUpperCase();
  return asin ? { host: `www.amazon.${marketplaceOf(url.hostname)}`, asin } : null;
}
