/** The name of a channel: from what a creator types or pastes, compared with another, and as the address of its page. */

import { decoded } from "../verification/link";
import { AMAZON_HOSTS } from "../verification/links/amazon";
import { narrowed, plainUrl, withoutInvisible } from "../verification/pasted-text";
import type { Platform } from "./vocabulary";

type Site = {
  hosts: ReadonlySet<string>;
  page: (handle: string) => string;
  /** Which characters a handle may have. */
  handle: RegExp;
  /** The part of a path that is the handle; null where the page is nobody's channel. */
  inPath: (parts: string[]) => string | null;
  /** Names of the platform's own pages: typed alone they are no channel. */
  reserved: ReadonlySet<string>;
};

/** `domain` with and without what stands before it. */
const hostsOf = (domain: string, ...prefixes: string[]) =>
  new Set([domain, ...prefixes.map((prefix) => `${prefix}.${domain}`)]);

const afterAt = ([first = ""]: string[]) => (first.startsWith("@") ? first.slice(1) : null);

const SITES: Readonly<Record<Platform, Site>> = {
  youtube: {
    hosts: hostsOf("youtube.com", "www", "m", "music"),
    page: (handle) => `https://www.youtube.com/@${handle}`,
    // Marks too: they are vowels in half of the scripts that YouTube takes.
    handle: /^(?!\p{M})[\p{L}\p{M}\p{N}._·-]{3,30}$/u,
    inPath: afterAt,
    reserved: new Set(["channel", "embed", "feed", "live", "playlist", "results", "shorts", "user", "watch"]),
  },
  tiktok: {
    hosts: hostsOf("tiktok.com", "www", "m"),
    page: (handle) => `https://www.tiktok.com/@${handle}`,
    handle: /^[\w.]{1,23}\w$/,
    inPath: afterAt,
    reserved: new Set([
      "discover",
      "embed",
      "explore",
      "following",
      "foryou",
      "music",
      "share",
      "tag",
      "video",
    ]),
  },
  instagram: {
    hosts: new Set([...hostsOf("instagram.com", "www", "m"), ...hostsOf("instagr.am", "www")]),
    page: (handle) => `https://www.instagram.com/${handle}/`,
    handle: /^(?:[\w.]{0,29}\w)$/,
    // A story's and an app's address have the name in second place.
    inPath: ([first = "", second = ""]) => (first === "stories" || first === "_u" ? second : first),
    reserved: new Set([
      ...["about", "accounts", "api", "archive", "challenge", "direct", "directory", "embed", "emails"],
      ...["explore", "highlights", "legal", "oauth", "p", "privacy", "reel", "reels", "s", "session"],
      ...["share", "static", "stories", "terms", "tv", "web", "_u"],
    ]),
  },
  amazon: {
    hosts: AMAZON_HOSTS,
    page: (handle) => `https://www.amazon.com/shop/${handle}`,
    handle: /^[\w.-]{2,60}$/,
    inPath: (parts) => {
      const [first = "", second = ""] = parts[0] === "-" ? parts.slice(2) : parts;
      return first === "shop" ? second : null;
    },
    reserved: new Set(["shop"]),
  },
};

/** Every host of a platform: as a handle it is an address without its end. */
const HOSTS = new Set(Object.values(SITES).flatMap(({ hosts }) => [...hosts]));
const MAX_TYPED = 2_000;

/** A handle as it is kept, from a handle, an @handle or the address of the channel; null when it is none of the platform's. Pure. */
export function normaliseHandle(platform: Platform, typed: string): string | null {
  if (typed.length > MAX_TYPED) return null;
  const site = SITES[platform];
  const text = plain(typed);
  const name = text.includes("/") ? fromAddress(site, text) : fromName(site, text);
  const handle = name === null ? "" : plain(name);
  return site.handle.test(handle) ? handle : null;
}

/** One name, however it is typed: with an @ or without, in capitals, with marks apart from their characters. */
export function sameHandle(a: string, b: string): boolean {
  return handleKey(a) === handleKey(b);
}

/** What is equal for equal handles and for no others: to look one up, or to lock it. */
export function handleKey(handle: string): string {
  const name = plain(handle).replace(/^@/, "");
  // A word's last sigma is another character in small, and the same in capitals.
  return name.toLowerCase().replaceAll("ς", "σ").normalize("NFC");
}

export function channelPage(platform: Platform, handle: string): string {
  return SITES[platform].page(handle);
}

function plain(text: string): string {
  return narrowed(withoutInvisible(text)).normalize("NFC").trim();
}

function fromName({ reserved }: Site, text: string): string | null {
  if (HOSTS.has(text.toLowerCase())) return null;
  // With the @ before it, even a word of the platform's is somebody's name.
  if (text.startsWith("@")) return text.slice(1);
  return reserved.has(text.toLowerCase()) ? null : text;
}

function fromAddress({ hosts, inPath, reserved }: Site, text: string): string | null {
  const url = plainUrl(/^https?:/i.test(text) ? text : `https://${text.replace(/^\/+/, "")}`);
  if (!url || !hosts.has(url.hostname)) return null;
  const parts = url.pathname.split("/").filter(Boolean).map(decoded);
  const name = parts.includes(null) ? null : inPath(parts as string[]);
  if (name === null) return null;
  return inPath === afterAt || !reserved.has(name.toLowerCase()) ? name : null;
}
