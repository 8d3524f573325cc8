/** YouTube: every way to write the address of a video comes down to its eleven characters. */
import { type LinkReader, type LinkReading, NOT_A_POST, pathOf } from "../link";
import { plainUrl } from "../pasted-text";

/** Eleven characters, and none of a longer word. */
const VIDEO_ID = /^[\w-]{11}(?![\p{L}\p{M}\p{N}_-])/u;
const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Players of something else, with names as long as an id. */
const PLAYERS = new Set(["videoseries", "live_stream"]);
const SHORT_HOSTS = new Set(["youtu.be", "www.youtu.be"]);
const IN_QUERY = new Set(["", "watch", "watch_popup"]);
const IN_PATH = new Set(["shorts", "live", "embed", "v", "e", "watch"]);
const STUDIO = "studio.youtube.com";
/** Pages that carry the real address inside, and the parameter that it is in. */
const CARRIERS = new Map([
  ["attribution_link", "u"],
  ["signin", "next"],
  ["verify_age", "next_url"],
  ["oembed", "url"],
]);
const MAX_DEPTH = 2;
const BASE = "https://www.youtube.com";

type Kind = "video" | "short" | "live";

export const youtube: LinkReader = {
  hosts: new Set([
    "youtube.com",
    "www.youtube.com",
    "m.youtube.com",
    "music.youtube.com",
    "gaming.youtube.com",
    "consent.youtube.com",
    STUDIO,
    "youtube-nocookie.com",
    "www.youtube-nocookie.com",
    "youtubekids.com",
    "www.youtubekids.com",
    ...SHORT_HOSTS,
  ]),
  read: (url) => read(url, 0),
};

function read(url: URL, depth: number): LinkReading {
  const [first = "", second = ""] = pathOf(url);
  if (url.hostname === STUDIO) return first === "video" ? video(second, "video") : NOT_A_POST;
  if (SHORT_HOSTS.has(url.hostname) && VIDEO_ID.test(first)) return video(first, "video");
  const inner = innerAddress(url, first);
  if (inner !== null) return depth < MAX_DEPTH ? readInner(inner, depth + 1) : NOT_A_POST;
  const in_query = IN_QUERY.has(first) ? url.searchParams.get("v") : null;
  if (in_query !== null) return video(in_query, "video");
  return IN_PATH.has(first) ? video(second, kindOf(first)) : NOT_A_POST;
}

function innerAddress(url: URL, first: string): string | null {
  if (url.hostname === "consent.youtube.com") return url.searchParams.get("continue");
  const parameter = CARRIERS.get(first);
  return parameter === undefined ? null : url.searchParams.get(parameter);
}

function readInner(inner: string, depth: number): LinkReading {
  const url = plainUrl(inner, BASE);
  return url && youtube.hosts.has(url.hostname) ? read(url, depth) : NOT_A_POST;
}

function kindOf(folder: string): Kind {
  if (folder === "shorts") return "short";
  return folder === "live" ? "live" : "video";
}

function video(text: string, kind: Kind): LinkReading {
  const id = VIDEO_ID.exec(text)?.[0];
  if (!id || PLAYERS.has(id)) return NOT_A_POST;
  const post_id = withoutSpareBits(id);
  const path =
    kind === "video" ? `watch?v=${post_id}` : kind === "short" ? `shorts/${post_id}` : `live/${post_id}`;
  return { platform: "youtube", kind, post_id, canonical_url: `${BASE}/${path}`, handle: null };
}

/** Eleven characters hold 66 bits and the id has 64: YouTube ignores the last two, so four spellings are one video. */
function withoutSpareBits(id: string): string {
  const last = BASE64URL.indexOf(id.at(-1) ?? "");
  return id.slice(0, -1) + BASE64URL[last - (last % 4)];
}
