/** TikTok: a video or photo post is a long number; short links have to be resolved. */
import { type LinkReader, type LinkReading, NOT_A_POST, pathOf } from "../link";

const POST_ID = /^\d{8,24}$/;
const SHORT_CODE = /^[\w-]{5,20}$/;
const SHORT_HOSTS = new Set(["vm.tiktok.com", "vt.tiktok.com"]);

export const tiktok: LinkReader = {
  hosts: new Set(["tiktok.com", "www.tiktok.com", "m.tiktok.com", ...SHORT_HOSTS]),
  read(url) {
    const parts = pathOf(url);
    const [first = "", second = "", third = ""] = parts;
    if (SHORT_HOSTS.has(url.hostname)) return short(first, `https://${url.hostname}/${first}/`);
    if (first === "t") return short(second, `https://www.tiktok.com/t/${second}/`);
    if (first === "share" && second === "video") return post("", "video", third);
    if (first === "v") return post("", "video", second.replace(/\.html$/, ""));
    if (first.startsWith("@") && (second === "video" || second === "photo"))
      return post(first, second, third);
    return NOT_A_POST;
  },
};

function short(code: string, url: string): LinkReading {
  return SHORT_CODE.test(code) ? { needs_resolving: "tiktok", url } : NOT_A_POST;
}

function post(author: string, kind: string, id: string): LinkReading {
  if (!POST_ID.test(id)) return NOT_A_POST;
  return {
    platform: "tiktok",
    post_id: id,
    canonical_url: `https://www.tiktok.com/${author.toLowerCase() || "@"}/${kind}/${id}`,
  };
}
