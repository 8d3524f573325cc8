/** Instagram: posts and reels are known by their short code, with or without the author's name before it. */
import { type LinkReader, type LinkReading, NOT_A_POST, pathOf } from "../link";

const CODE = /^[\w-]{5,40}$/;
const KINDS = new Set(["p", "reel", "reels", "tv"]);

export const instagram: LinkReader = {
  hosts: new Set(["instagram.com", "www.instagram.com", "m.instagram.com", "instagr.am", "www.instagr.am"]),
  read(url) {
    const parts = pathOf(url);
    if (parts[0] === "share") {
      const rest = parts.slice(1);
      return rest.length > 0 && rest.every((part) => /^[\w-]{1,40}$/.test(part))
        ? { needs_resolving: "instagram", url: `https://www.instagram.com/share/${rest.join("/")}/` }
        : NOT_A_POST;
    }
    const at = KINDS.has(parts[0] ?? "") ? 0 : KINDS.has(parts[1] ?? "") ? 1 : -1;
    return at < 0 ? NOT_A_POST : post(parts[at] as string, parts[at + 1] ?? "");
  },
};

function post(kind: string, code: string): LinkReading {
  // "reels/audio" and its like are collections, not posts.
  if (!CODE.test(code) || code === "audio" || code === "videos") return NOT_A_POST;
  const canonical = kind === "reels" ? "reel" : kind;
  return {
    platform: "instagram",
    post_id: code,
    canonical_url: `https://www.instagram.com/${canonical}/${code}/`,
  };
}
