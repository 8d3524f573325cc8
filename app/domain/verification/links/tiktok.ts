/** TikTok: a video or photo post is a long number; short links have to be resolved. */
import { beforeTail, type LinkReader, type LinkReading, NOT_A_POST, pathOf } from "../link";

/** Zeros before a number change nothing; it has to fit into 64 bits. */
const POST_ID = /^0*([1-9]\d{7,19})(?:\.html)?$/;
const MAX_ID = 2n ** 64n - 1n;
const SHORT_CODE = /^[\w-]{5,40}$/;
const HANDLE = /^@?([\w.-]{1,64})$/;
const SHORT_HOSTS = new Set(["vm.tiktok.com", "vt.tiktok.com"]);
const WEB = "https://www.tiktok.com";

export const tiktok: LinkReader = {
  hosts: new Set([
    "tiktok.com",
    "www.tiktok.com",
    "m.tiktok.com",
    "t.tiktok.com",
    "lite.tiktok.com",
    "tiktokv.com",
    "www.tiktokv.com",
    "m.tiktokv.com",
    ...SHORT_HOSTS,
  ]),
  read(url) {
    const parts = pathOf(url);
    // The mobile app's older share pages.
    const [first = "", second = "", third = ""] = parts[0] === "i18n" ? parts.slice(1) : parts;
    if (SHORT_HOSTS.has(url.hostname)) return short(first, `https://${url.hostname}/`);
    if (first === "t") return short(second, `${WEB}/t/`);
    if (first.startsWith("@") || first === "share") return post(first, second, third);
    if (first === "video" || first === "v") return post("", "video", second);
    // `/embed/ID`, `/embed/v2/ID` and `/player/v1/ID`.
    if (first === "embed" || first === "player")
      return post("", "video", /^v\d$/.test(second) ? third : second);
    return NOT_A_POST;
  },
};

function short(part: string, before: string): LinkReading {
  const code = beforeTail(part);
  return SHORT_CODE.test(code) ? { needs_resolving: "tiktok", url: `${before}${code}/` } : NOT_A_POST;
}

function post(author: string, kind: string, part: string): LinkReading {
  const id = POST_ID.exec(beforeTail(part))?.[1];
  if ((kind !== "video" && kind !== "photo") || !id || BigInt(id) > MAX_ID) return NOT_A_POST;
  const handle = author.startsWith("@") ? (HANDLE.exec(author)?.[1]?.toLowerCase() ?? null) : null;
  return {
    platform: "tiktok",
    kind,
    post_id: id,
    canonical_url: `${WEB}/@${handle ?? ""}/${kind}/${id}`,
    handle,
  };
}
