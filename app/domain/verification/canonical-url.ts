/**
 * One post, one address. People paste what their phone shares: short hosts, tracking tails, mobile pages, no scheme, stray spaces. What
 * is left is the platform and the id that it knows the post by; everything else is refused with a reason. Pure, never throws.
 */

import type { LinkReading } from "./link";
import { amazon } from "./links/amazon";
import { instagram } from "./links/instagram";
import { tiktok } from "./links/tiktok";
import { youtube } from "./links/youtube";

const READERS = [youtube, tiktok, instagram, amazon];
const LONGEST = 2_000;
/** Marks that copying brings along and nobody sees: zero-width spaces and joiners, directions, the byte order mark. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g;

export function canonicalise(input: string): LinkReading {
  const url = parse(input);
  if (!url) return { refused: "invalid" };
  const reader = READERS.find(({ hosts }) => hosts.has(url.hostname));
  return reader ? reader.read(url) : { refused: "unknown_platform" };
}

/** What apps put around the address they share: "Look at this! https://…". */
const SHARED = /https?:\/\/\S+/gi;
const AROUND = /^[<(（"'“‘「『《【]+|[>)）"'”’」』》】\]}.,;:!?，。！？；、]+$/gu;

function addressIn(input: string): string | null {
  const text = input.replace(INVISIBLE, "").trim();
  if (!text || text.length > LONGEST) return null;
  if (!/\s/.test(text)) return text.replace(AROUND, "");
  const shared = text.match(SHARED) ?? [];
  return shared.length === 1 ? (shared[0] as string).replace(AROUND, "") : null;
}

function parse(input: string): URL | null {
  const text = addressIn(input);
  if (!text) return null;
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d/.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  const plain =
    (url.protocol === "https:" || url.protocol === "http:") && !url.username && !url.password && !url.port;
  if (!plain || !url.hostname.includes(".")) return null;
  url.hostname = url.hostname.replace(/\.$/, "");
  return url;
}
