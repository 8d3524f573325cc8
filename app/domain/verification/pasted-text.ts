/** The addresses in what a person pastes: the sentence of a share button, brackets, entities of a page's source, a keyboard's wide characters. */
import { decoded } from "./link";

/** An address that is longer is none; browsers cut them too. */
const MAX_LENGTH = 8_000;
/** With all that nobody sees. */
const MAX_PASTED = 32_000;
/** Marks that copying brings along: zero-width spaces and joiners, directions, variants of emoji, the byte order mark. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** The wide characters that an address is typed with. The other ones end it, as they end a sentence. */
const WIDE = /[Ａ-Ｚａ-ｚ０-９：／．＝＆＿－？＠％＃＋～]/g;
const WIDE_OFFSET = 0xfee0;

export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, "");
}

/** As typed on a keyboard for Latin characters. */
export function narrowed(text: string): string {
  return text.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE_OFFSET));
}

/** The text as its author sees it, without entities; null when it is empty or too long. */
export function cleaned(text: string): string | null {
  if (text.length > MAX_PASTED) return null;
  const seen = narrowed(withEntitiesRead(withoutInvisible(text))).trim();
  return seen && seen.length <= MAX_LENGTH ? seen : null;
}

const NAMED = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
]);

/** A page's source encodes `&`, some encode it twice. */
function withEntitiesRead(text: string): string {
  return text
    .replace(/&(?:amp;)+/gi, "&")
    .replace(/&(?:#(\d{2,3})|#x([\da-f]{2})|(lt|gt|quot|apos|nbsp));/gi, (entity, decimal, hex, name) => {
      if (name) return NAMED.get(name.toLowerCase()) ?? entity;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code >= 0x20 && code <= 0x7e ? String.fromCharCode(code) : entity;
    });
}

/** What parts an address from its sentence. No address of a post needs one of these, even where it may have one. */
const PARTS = /[\s\p{Cc}<>"'`*|()[\]{}“”‘’«»‹›「」『』《》〈〉【】〔〕（）［］｛｝｜，。｡！；、…＂＇＜＞]+/u;
const SCHEME = /https?:\/\//gi;
/** Before a scheme: the second address is a value inside the first, as in `?continue=https://…`. */
const CARRIES = /[=/?&#:]/;
const ENDING = new Set(".,;:!?~^");
const EAST_ASIAN = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]`;
/** No address begins with them; letters of other alphabets stay, as `еyoutube.com` is another host. */
const BEFORE = new RegExp(String.raw`^(?:[^\p{L}\p{N}/\\%]|${EAST_ASIAN})*`, "u");

/** `https://@host/`, which the parser takes for no name. */
const EMPTY_NAME = /^https?:[\\/]*[^\\/?#]*@/i;
const MAX_ENCODED = 3;

export type Found = { url: URL } | "invalid";

/** Each address of a cleaned text. Beside other words, one without a scheme counts only if its host `isKnown`. */
export function addressesIn(text: string, isKnown: (hostname: string) => boolean): Found[] {
  const pieces = text
    .split(PARTS)
    .flatMap(splitAtSchemes)
    .map(trimmed)
    .filter((piece) => piece !== "");
  if (pieces.length === 1) return [parse(pieces[0] as string)];
  return pieces.flatMap((piece) => {
    const found = parse(piece);
    if (/^https?:\/\//i.test(piece)) return [found];
    return found !== "invalid" && isKnown(found.url.hostname) ? [found] : [];
  });
}

/** `看https://…` and `link:https://…` are a word and an address, `youtube.com/attribution_link?u=https://…` is one address. */
function splitAtSchemes(piece: string): string[] {
  const cuts = [0];
  for (const { index } of piece.matchAll(SCHEME)) {
    const is_inside = piece.slice(cuts.at(-1), index).includes("/") && CARRIES.test(piece[index - 1] ?? "");
    if (index > 0 && !is_inside) cuts.push(index);
  }
  return cuts.map((cut, at) => piece.slice(cut, cuts[at + 1]));
}

function trimmed(piece: string): string {
  let end = piece.length;
  while (end > 0 && ENDING.has(piece[end - 1] as string)) end -= 1;
  return piece.slice(0, end).replace(BEFORE, "");
}

function parse(piece: string): Found {
  let text = piece;
  for (let times = 0; times < MAX_ENCODED; times += 1) {
    const has_scheme = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d/.test(text);
    const full = has_scheme ? text : `https://${text.replace(/^[\\/]+/, "")}`;
    if (URL.canParse(full)) {
      const url = plainUrl(full);
      return url ? { url: withQuery(url) } : "invalid";
    }
    // Copied out of another address's query: `https%3A%2F%2F…`.
    const inner = text.includes("%") ? decoded(text) : null;
    if (inner === null || inner === text) return "invalid";
    text = inner;
  }
  return "invalid";
}

/** Null for what no browser opens as a page, and where a name or a port makes another address look like the platform's. */
export function plainUrl(text: string, base?: string): URL | null {
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  const is_web = url.protocol === "https:" || url.protocol === "http:";
  if (!is_web || url.username || url.password || url.port || EMPTY_NAME.test(text)) return null;
  url.hostname = url.hostname.replace(/\.$/, "");
  return url.hostname.includes(".") ? url : null;
}

/** Some apps encode the question mark: `/video/ID%3Flang%3Den`. */
function withQuery(url: URL): URL {
  const at = url.pathname.search(/%3f|%23/i);
  if (at < 0) return url;
  const rest = decoded(url.pathname.slice(at)) ?? "";
  const query = rest.startsWith("?") ? rest.replace(/#.*$/s, "") : "";
  return new URL(
    `${url.origin}${url.pathname.slice(0, at)}${query}${query ? url.search.replace("?", "&") : url.search}`,
  );
}

const CONTINUED = /^[\w%&=?/#~+.-]+$/;
const MAX_LINES = 5;

/** An email breaks long addresses into lines. Null where the text can be no such address. */
export function rejoined(text: string): string | null {
  const lines = text.split(/[\r\n]+/, MAX_LINES + 1).map((line) => line.trim());
  const [first = "", ...rest] = lines;
  if (rest.length === 0 || lines.length > MAX_LINES || /\s/.test(first)) return null;
  return rest.every((line) => CONTINUED.test(line)) ? lines.join("") : null;
}

const EAST_ASIAN_WORDS = new RegExp(EAST_ASIAN, "u");

/** Where Chinese, Japanese or Korean words go on right behind an address, it ends before them. Null where there are none. */
export function beforeEastAsian(url: URL): URL | null {
  const text = decoded(url.href) ?? "";
  const at = text.search(EAST_ASIAN_WORDS);
  return at < 0 ? null : plainUrl(text.slice(0, at));
}
