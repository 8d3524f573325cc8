/** Instagram: posts and reels are known by their short code, with or without the author's name before it. */
import { beforeTail, type LinkReader, type LinkReading, NOT_A_POST, pathOf } from "../link";

const CODE = /^[\w-]{5,56}$/;
const MIN_CODE = 5;
/** A longer code is the post's own and a key of 28 characters, with which a private post is shared. */
const KEY = 28;
const SHARED = /^[\w-]{5,40}$/;
const HANDLE = /^@?([\w.]{1,30})$/;
const KINDS = new Map([
  ["p", "post"],
  ["reel", "reel"],
  ["reels", "reel"],
  ["tv", "tv"],
] as const);
type Folder = typeof KINDS extends Map<infer Name, unknown> ? Name : never;
/** Collections: `reels/audio/123` is a sound. */
const COLLECTIONS = new Set(["audio", "videos"]);
/** Pages of Instagram's own that stand where else an author's name does. */
const PAGES = new Set(["accounts", "direct", "explore", "share", "stories"]);

export const instagram: LinkReader = {
  hosts: new Set(["instagram.com", "www.instagram.com", "m.instagram.com", "instagr.am", "www.instagr.am"]),
  read(url) {
    const [first = "", second = "", third = ""] = pathOf(url);
    if (first === "share") return isFolder(second) ? shared(`${second}/`, third) : shared("", second);
    if (isFolder(first)) return post("", first, second);
    return isFolder(second) && !PAGES.has(first.toLowerCase()) ? post(first, second, third) : NOT_A_POST;
  },
};

function isFolder(part: string): part is Folder {
  return (KINDS as ReadonlyMap<string, string>).has(part);
}

function shared(folder: string, part: string): LinkReading {
  const code = beforeTail(part);
  return SHARED.test(code)
    ? { needs_resolving: "instagram", url: `https://www.instagram.com/share/${folder}${code}/` }
    : NOT_A_POST;
}

function post(author: string, folder: Folder, part: string): LinkReading {
  const code = beforeTail(part);
  if (!CODE.test(code) || COLLECTIONS.has(code)) return NOT_A_POST;
  const post_id = withoutZeros(code.length > KEY ? code.slice(0, -KEY) : code);
  if (post_id.length < MIN_CODE) return NOT_A_POST;
  const handle = HANDLE.exec(author)?.[1]?.toLowerCase() ?? null;
  const path = `${handle ? `${handle}/` : ""}${folder === "reels" ? "reel" : folder}/${post_id}`;
  return {
    platform: "instagram",
    kind: KINDS.get(folder) ?? "post",
    post_id,
    canonical_url: `https://www.instagram.com/${path}/`,
    handle,
  };
}

/** A code is a number in base 64, whose zero is `A`. */
function withoutZeros(code: string): string {
  let at = 0;
  while (code[at] === "A" && code.length - at > MIN_CODE) at += 1;
  return code.slice(at);
}
